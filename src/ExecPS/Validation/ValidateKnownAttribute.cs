namespace ExecPS.Validation;

/// <summary>Takes the values of an enum that the API has names for; <c>Unknown</c> and bare numbers are none.</summary>
public sealed class ValidateKnownAttribute : ValidateEachAttribute
{
    private protected override string? ObjectionTo(object value)
    {
        var type = value.GetType();
        return Enum.IsDefined(type, value) && value.ToString() != "Unknown"
            ? null
            : $"{Show(value.ToString() ?? "")} can't be asked for. Give one of {string.Join(", ", Enum.GetNames(type).Where(name => name != "Unknown"))}";
    }
}
