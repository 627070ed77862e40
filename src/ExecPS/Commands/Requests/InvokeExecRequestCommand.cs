using System.Collections;
using System.Management.Automation;
using ExecPS.Client;
using ExecPS.Client.Models;
using ExecPS.Cmdlets;
using ExecPS.Conversion;
using ExecPS.Validation;

namespace ExecPS.Commands;

/// <summary>Sends any request to the API, with the connection's key, limits, retries and errors.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ExecRequest", DefaultParameterSetName = One, SupportsPaging = true, SupportsShouldProcess = true)]
[OutputType(typeof(PSObject))]
public sealed class InvokeExecRequestCommand : ExecListCmdlet<RawRow>
{
    private const string One = "One";

    /// <summary>The path below the API's address, such as <c>/scenarios</c>.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [ValidatePath]
    public string Path { get; set; } = "";

    /// <summary>The HTTP method; GET when it isn't given.</summary>
    [Parameter(ParameterSetName = One)]
    [ValidateSet("Get", "Post", "Put", "Patch", "Delete")]
    public string Method { get; set; } = "Get";

    /// <summary>Names and values of the query. Several values of a name go as one, separated by commas; what is null is left out.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Query { get; set; }

    /// <summary>What is sent: a hashtable, an object or a list, which become JSON, or a text that is JSON.</summary>
    [Parameter(ParameterSetName = One)]
    public object? Body { get; set; }

    /// <summary>Whether the answer is a list of which all pages are read and each row is written.</summary>
    [Parameter(ParameterSetName = List, Mandatory = true)]
    public SwitchParameter All { get; set; }

    /// <summary>Asks and writes.</summary>
    protected override void ProcessRecord()
    {
        var query = ReadQuery();
        if (All)
        {
            WriteList(Client.ListRaw(Path, query));
            return;
        }

        ThrowIfPaging("needs -All: without it, one request is sent and its answer is written as it is");
        var method = new HttpMethod(Method.ToUpperInvariant());
        var isGet = method == HttpMethod.Get;
        if (isGet && Body is not null)
        {
            ThrowInvalidArgument("ExecBodyNeedsMethod", ErrorCategory.InvalidArgument,
                "Parameter 'Body' needs 'Method': a GET has no body.", "Give -Method Post, or put the values into -Query.");
        }

        var body = Body is null ? (ReadOnlyMemory<byte>?)null : ReadBody(Body);
        if (isGet || ShouldProcess($"{Client.BaseUri.AbsoluteUri.TrimEnd('/')}/{Path.TrimStart('/')}", method.Method))
            Write(Await(Client.SendRawAsync(method, Path, query, body, Notices, StopToken)));
    }

    private protected override IEnumerable Show(IReadOnlyList<RawRow> rows) => rows.Select(row => PowerShellJson.ToObject(row.Content)).ToList();

    private void Write(ExecRawAnswer answer)
    {
        if (answer.Content is { } content)
            WriteObject(PowerShellJson.ToObject(content));
    }

    private KeyValuePair<string, string?>[] ReadQuery()
    {
        var given = Query ?? new Hashtable();
        KeyValuePair<string, string?>[] query =
            [.. given.Keys.Cast<object>().Select(name => new KeyValuePair<string, string?>(QueryText.Of(name)!, QueryText.Of(given[name])))];
        if (All && query.FirstOrDefault(pair => pair.Key is "page" or "page_size").Key is { } name)
        {
            ThrowInvalidArgument("ExecQueryNamesPage", ErrorCategory.InvalidArgument,
                $"Parameter 'Query' has '{name}', but with -All every page is read.", "Leave it out, or leave out -All; -First, -Skip and -PageSize choose a part.");
        }

        return query;
    }

    private ReadOnlyMemory<byte> ReadBody(object body)
    {
        try
        {
            return PowerShellJson.ToBytes(body);
        }
        catch (ArgumentException exception)
        {
            ThrowInvalidArgument("ExecBodyNotJson", ErrorCategory.InvalidArgument, $"Parameter 'Body' can't be sent: {exception.Message}", "Give a hashtable, an object, or a text that is JSON.");
            throw;
        }
    }
}
