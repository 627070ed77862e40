using System.Text.Json;

namespace ExecPS.TestServer.Faults;

/// <summary>Parses rules for the control endpoint. An unknown field is an error.</summary>
internal static class FaultJson
{
    /// <exception cref="FormatException">The JSON isn't a rule or a list of rules.</exception>
    public static IReadOnlyList<FaultRule> Read(JsonElement json)
    {
        // ConvertTo-Json writes a list with one item as that item.
        JsonElement[] rules = json.ValueKind == JsonValueKind.Array ? [.. json.EnumerateArray()] : [json];
        return [.. rules.Select(ReadRule)];
    }

    private static FaultRule ReadRule(JsonElement json)
    {
        var fields = new FaultFields(json);
        var fault = ReadFault(fields);
        var rule = new FaultRule(fields.Flag("after_processing") ? Fault.AfterProcessing(fault) : fault)
        {
            Method = fields.Text("method"),
            Path = fields.Text("path"),
            Page = fields.Number("page"),
            Nth = fields.Number("nth") ?? 1,
            Times = fields.NumberOr("times", "always", 1),
        };
        fields.RequireEmpty();
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
            fields.Text("content_type") ?? Sandbox.Api.ApiResponse.ContentType,
            fields.Texts("headers")),
        "hang_before_headers" => Fault.HangBeforeHeaders(),
        "hang_mid_body" => Fault.HangMidBody(),
        "reset_before_headers" => Fault.ResetBeforeHeaders(),
        "close_before_headers" => Fault.CloseBeforeHeaders(),
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
        var other => throw new FormatException($"The fault '{other}' doesn't exist."),
    };

    private static Fault? ReadThen(FaultFields fields)
    {
        if (fields.Object("then") is not { } then)
            return null;

        var fault = ReadFault(then);
        then.RequireEmpty();
        return fault;
    }
}
