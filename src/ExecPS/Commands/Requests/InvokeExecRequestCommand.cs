using System.Collections;
using System.Text;
using ExecPS.Client;
using ExecPS.Conversion;
using ExecPS.Views;

namespace ExecPS.Commands;

/// <summary>Sends any request to the API, with the connection's key, limits, retries, and errors.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ExecRequest", DefaultParameterSetName = One, SupportsPaging = true, SupportsShouldProcess = true)]
[OutputType(typeof(PSObject))]
public sealed class InvokeExecRequestCommand : ExecListCmdlet<RawRow>
{
    private const string One = "One";

    /// <summary>The path below the address of the API, such as <c>/scenarios</c>.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidatePath]
    [ArgumentCompleter(typeof(PathCompleter))]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method. The default is GET.</summary>
    [Parameter(ParameterSetName = One)]
    [ValidateSet("Get", "Post", "Put", "Patch", "Delete")]
    public string Method { get; set; } = "Get";

    /// <summary>The names and values of the query. Several values of a name are separated by commas; null values are omitted.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Query { get; set; }

    /// <summary>The body: a hashtable, an object, or a list, which is converted to JSON, or a string that contains JSON.</summary>
    [Parameter(ParameterSetName = One)]
    public object? Body { get; set; }

    /// <summary>Reads all pages of a list and writes each row.</summary>
    [Parameter(ParameterSetName = List, Mandatory = true)]
    public SwitchParameter All { get; set; }

    /// <summary>Sends the request and writes the response.</summary>
    protected override void ProcessRecord()
    {
        var query = ReadQuery();
        if (All)
        {
            WriteList(Client.ListRaw(Path, query));
            return;
        }

        ThrowIfWindow("requires -All, because the command sends one request and returns its response unchanged", "Add -All.", nameof(PageSize));
        var method = new HttpMethod(Method.ToUpperInvariant());
        var isGet = method == HttpMethod.Get;
        if (isGet && Body is not null)
            ThrowInvalidArgument("ExecBodyNeedsMethod", "-Body requires -Method, because a GET request has no body.", "Add -Method Post, or use -Query.");

        var body = Body is null ? (ReadOnlyMemory<byte>?)null : ReadBody(Body);
        if (isGet || Confirm(method, body))
            Write(Await(Client.SendRawAsync(method, Path, query, body, Notices, StopToken)));
    }

    private bool Confirm(HttpMethod method, ReadOnlyMemory<byte>? body)
    {
        var content = body is { } json ? $" with the body {ViewText.Safe(Encoding.UTF8.GetString(json.ToArray()))}" : "";
        var description = $"{method} {Client.BaseUri.AbsoluteUri.TrimEnd('/')}/{Path.TrimStart('/')}{content}";
        return ShouldProcess(description, $"{description}?", MyInvocation.MyCommand.Name);
    }

    private protected override IEnumerable Convert(IReadOnlyList<RawRow> rows) => rows.Select(row => PowerShellJson.ToObject(row.Content)).ToList();

    private void Write(ExecRawResponse response)
    {
        if (response.Content is { } content)
            WriteObject(PowerShellJson.ToObject(content), enumerateCollection: true);
    }

    private KeyValuePair<string, string?>[] ReadQuery()
    {
        var given = Query ?? new Hashtable();
        KeyValuePair<string, string?>[] query = [.. given.Keys.Cast<object>().Select(name => new KeyValuePair<string, string?>(QueryText.Of(name)!, ReadQueryValue(name, given[name])))];
        if (All && query.FirstOrDefault(pair => pair.Key is "page" or "page_size").Key is { } name)
        {
            ThrowInvalidArgument("ExecQueryContainsPage",
                $"-Query contains '{name}', but -All reads all pages.", "Remove it, or omit -All. Use -First, -Skip, and -PageSize to select a part of the list.");
        }

        return query;
    }

    private string? ReadQueryValue(object name, object? value)
    {
        try
        {
            return QueryText.Of(value);
        }
        catch (ArgumentException exception)
        {
            ThrowInvalidArgument("ExecQueryInvalid", $"The value of '{name}' in -Query isn't valid: {exception.Message}",
                "Specify a string, a number, a Boolean value, a date, or a list of these.");
            throw;
        }
    }

    private ReadOnlyMemory<byte> ReadBody(object body)
    {
        try
        {
            return PowerShellJson.ToBytes(body);
        }
        catch (ArgumentException exception)
        {
            ThrowInvalidArgument("ExecBodyNotJson", $"The value of -Body can't be sent: {exception.Message}", "Specify a hashtable, an object, or a string that contains JSON.");
            throw;
        }
    }
}
