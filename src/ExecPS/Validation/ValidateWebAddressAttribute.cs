namespace ExecPS.Validation;

/// <summary>Validates web addresses.</summary>
public sealed class ValidateWebAddressAttribute : ValidateEachAttribute
{
    /// <summary>Whether the address must start with https.</summary>
    public bool RequireHttps { get; set; }

    private protected override string? FindProblem(object value)
    {
        if (value is not Uri { IsAbsoluteUri: true } address || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            return $"{Show(value.ToString() ?? "")} isn't a web address. Specify one such as https://acme.com/prices";
        if (address.UserInfo.Length > 0)
            return "it contains a user name or password";
        return RequireHttps && address.Scheme != Uri.UriSchemeHttps ? $"{Show(address.ToString())} doesn't start with https" : null;
    }
}
