using System.Text.Json;

namespace ExecPS.TestServer.Faults;

/// <summary>Reads rules as the control endpoint takes them. A field that means nothing is an error: it is a slip.</summary>
internal static class FaultJson
{
    /// <exception cref="FormatException">The JSON isn't one rule or a list of them.</exception>
    public static IReadOnlyList<FaultRule> Read(JsonElement json)
    {
        // PowerShell writes a list of one as that one.
        JsonElement[] rules = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];
        return [.. rules.Select(ReadRule)];
    }

    private static FaultRule ReadRule(JsonElement json)
    {
        var fields = new FaultFields(json);
        var rule = new FaultRule(ReadFault(fields))
        {
            Path = fields.Text("path"),
            Page = fields.Number("page"),
            Nth = fields.Number("nth") ?? 1,
            Times = fields.NumberOr("times", "always", 1),
        };
        fields.RequireNoMore();
        return rule;
    }

    private static Fault ReadFault(FaultFields fields) => fields.Text("fault") switch
    {
        "latency" => Fault.Latency(fields.Milliseconds("delay_ms"), ReadThen(fields)),
        "status" => Fault.Status(
            fields.Number("status") ?? throw new FormatException("'status' is missing."),
            fields.Text("body"),
            fields.Text("retry_after"),
            fields.Number("body_retry_after"),
            fields.Text("content_type") ?? Sandbox.Api.ApiAnswer.ContentType,
            fields.Texts("headers")),
        "hang_before_headers" => Fault.HangBeforeHeaders(),
        "hang_mid_body" => Fault.HangMidBody(),
        "reset_before_headers" => Fault.ResetBeforeHeaders(),
        "reset_mid_body" => Fault.ResetMidBody(),
        "truncated" => Fault.Truncated(),
        "slow_body" => Fault.SlowBody(fields.Milliseconds("delay_ms"), fields.Number("chunk_bytes") ?? 1024),
        "malformed_json" => Fault.MalformedJson(),
        "wrong_shape" => fields.Text("body") is { } body ? Fault.WrongShape(body) : Fault.WrongShape(),
        "empty_200" => Fault.Empty200(),
        "html_200" => Fault.Html200(),
        "gzip" => Fault.Gzip(),
        "brotli" => Fault.Brotli(),
        "deflate" => Fault.Deflate(),
        "redirect" => Fault.Redirect(fields.Number("status") ?? 302, fields.Text("location") ?? throw new FormatException("'location' is missing.")),
        null => throw new FormatException("'fault' is missing."),
        var other => throw new FormatException($"There is no fault '{other}'."),
    };

    private static Fault? ReadThen(FaultFields fields)
    {
        if (fields.Object("then") is not { } then)
            return null;

        var fault = ReadFault(then);
        then.RequireNoMore();
        return fault;
    }
}
