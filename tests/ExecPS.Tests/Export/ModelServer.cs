using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ExecPS.Tests.Export;

/// <summary>A row of the model: it has an ID, two times, and a value that changes.</summary>
internal sealed record ModelRow(string Id, DateTime CreatedAt, DateTime UpdatedAt, int Value, bool IsArchived = false)
{
    /// <summary>What a file must contain of this row.</summary>
    public string Signature => $"{Id} {CreatedAt:s} {Value}";
}

/// <summary>A workspace that grows and changes, over HTTP on the loopback address. It lists sessions, pages, and assignments as the API does.</summary>
internal sealed class ModelServer : IDisposable
{
    /// <summary>Fewer than requested, so that a few hundred rows need many requests.</summary>
    private const int LargestPage = 20;

    private readonly HttpListener _listener = new();
    private readonly object _gate = new();
    private readonly Random _random;
    private int _ids;

    public ModelServer(int seed)
    {
        _random = new Random(seed);
        BaseUri = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(BaseUri.AbsoluteUri);
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri BaseUri { get; }

    /// <summary>How far the clock of the workspace is ahead.</summary>
    public TimeSpan Ahead { get; set; }

    /// <summary>Whether a request may change the workspace.</summary>
    public bool IsChanging { get; set; }

    /// <summary>Whether every request fails with status 429 and a long wait.</summary>
    public int? FailingStatus { get; set; }

    public int RequestCount { get; private set; }

    /// <summary>Called when a request arrives.</summary>
    public Action<int>? OnRequest { get; set; }

    public List<ModelRow> Sessions { get; } = [];

    public List<ModelRow> Pages { get; } = [];

    public List<ModelRow> Assignments { get; } = [];

    /// <summary>Every form that a row ever had.</summary>
    public HashSet<string> History { get; } = [];

    public DateTime Now => DateTime.UtcNow + Ahead;

    /// <summary>Adds rows of the last days.</summary>
    public void Fill(int count, int days)
    {
        lock (_gate)
        {
            foreach (var list in (List<ModelRow>[])[Sessions, Pages, Assignments])
            {
                for (var row = 0; row < count; row++)
                    Add(list, Now.AddSeconds(-_random.Next(days * 86_400)));
            }
        }
    }

    /// <summary>Changes the workspace: new sessions, grades of recent sessions, changed and archived pages, new and deleted assignments.</summary>
    public void Change(int count)
    {
        lock (_gate)
        {
            for (var change = 0; change < count; change++)
                Change();
        }
    }

    /// <summary>Copies the rows that a file must have at this time.</summary>
    public List<ModelRow> Copy(string file)
    {
        lock (_gate)
            return [.. file switch { "sessions" => Sessions, "assignments" => Assignments, _ => Pages.Where(page => !page.IsArchived) }];
    }

    public void Dispose() => _listener.Close();

    private void Change()
    {
        switch (_random.Next(6))
        {
            case 0:
                Add(Sessions, Now);
                break;
            case 1 when Sessions.FindAll(session => Now - session.CreatedAt < TimeSpan.FromDays(6.9)) is { Count: > 0 } recent:
                Replace(Sessions, Pick(recent), row => row with { Value = row.Value + 1 });
                break;
            case 2:
                Add(Pages, Now);
                break;
            case 3:
                Replace(Pages, Pick(Pages), row => row with { Value = row.Value + 1, UpdatedAt = Now });
                break;
            case 4:
                Replace(Pages, Pick(Pages), row => row with { IsArchived = !row.IsArchived, UpdatedAt = Now });
                break;
            default:
                if (_random.Next(2) == 0)
                    Add(Assignments, Now);
                else
                    Assignments.Remove(Pick(Assignments));
                break;
        }
    }

    private ModelRow Pick(List<ModelRow> rows) => rows[_random.Next(rows.Count)];

    private void Add(List<ModelRow> rows, DateTime time)
    {
        var row = new ModelRow($"id{_ids++}", Millisecond(time), Millisecond(time), 1);
        History.Add(row.Signature);
        rows.Add(row);
    }

    private void Replace(List<ModelRow> rows, ModelRow row, Func<ModelRow, ModelRow> change)
    {
        var changed = change(row);
        changed = changed with { UpdatedAt = Millisecond(changed.UpdatedAt) };
        History.Add(changed.Signature);
        rows[rows.IndexOf(row)] = changed;
    }

    private static DateTime Millisecond(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var (status, body) = Respond(context.Request);
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                if (status == 429)
                    context.Response.Headers["Retry-After"] = "3600";

                // With its length, so that headers and body are one part: parts wait for the acknowledgment of the part before.
                var bytes = Encoding.UTF8.GetBytes(body);
                context.Response.ContentLength64 = bytes.Length;
                await context.Response.OutputStream.WriteAsync(bytes);
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The client was ended, or the test has.
            }
        }
    }

    private (int Status, string Body) Respond(HttpListenerRequest request)
    {
        lock (_gate)
        {
            RequestCount++;
            OnRequest?.Invoke(RequestCount);
            if (IsChanging && _random.Next(3) == 0)
                Change();
            return FailingStatus is { } status ? (status, """{ "error": { "type": "failure" } }""") : (200, List(request).ToJsonString());
        }
    }

    private JsonObject List(HttpListenerRequest request)
    {
        var query = request.QueryString;
        var rows = request.Url!.AbsolutePath switch
        {
            "/sessions" => Sessions.Where(row => IsBetween(row.CreatedAt, query["start_date"], query["end_date"])).OrderByDescending(row => row.CreatedAt),
            "/knowledge-hub/pages" => Pages.Where(row => row.IsArchived == (query["status"] == "archived") && IsBetween(row.UpdatedAt, query["updated_after"], query["updated_before"]))
                .OrderByDescending(row => row.UpdatedAt),
            "/scenarios/assignments" => Assignments.OrderByDescending(row => row.CreatedAt),
            var path => throw new InvalidOperationException(path),
        };
        var all = rows.ThenBy(row => row.Id, StringComparer.Ordinal).ToList();
        var page = int.Parse(query["page"]!, CultureInfo.InvariantCulture);
        var size = Math.Min(int.Parse(query["page_size"]!, CultureInfo.InvariantCulture), LargestPage);
        return new()
        {
            ["data"] = new JsonArray([.. all.Skip((page - 1) * size).Take(size).Select(ToJson)]),
            ["pagination"] = new JsonObject { ["page"] = page, ["page_size"] = size, ["total_count"] = all.Count, ["total_pages"] = (all.Count + size - 1) / size },
        };
    }

    /// <summary>A row with the fields of all lists; each list reads its own.</summary>
    private static JsonNode ToJson(ModelRow row) => new JsonObject
    {
        ["id"] = row.Id, ["created_at"] = row.CreatedAt, ["updated_at"] = row.UpdatedAt, ["score"] = row.Value, ["version"] = row.Value, ["best_score"] = row.Value,
    };

    private static bool IsBetween(DateTime time, string? from, string? upTo) =>
        (from is null || time >= DateTime.Parse(from, CultureInfo.InvariantCulture).ToUniversalTime())
        && (upTo is null || time <= DateTime.Parse(upTo, CultureInfo.InvariantCulture).ToUniversalTime());

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
