using System.Net.Http.Json;

namespace ExecPS.Benchmarks.Bare;

/// <summary>Reads pages in order with HttpClient and System.Text.Json only, several at a time.</summary>
/// <param name="baseUri">The address of the API, without a trailing slash.</param>
/// <param name="width">The number of pages requested at a time.</param>
internal sealed class BareLoop(string baseUri, int width)
{
    private const int PageSize = 100;

    public async Task<long> RunAsync()
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = width };
        using var http = new HttpClient(handler);
        http.DefaultRequestHeaders.Authorization = new("Bearer", "exec_live_" + new string('0', 40));

        var first = await ReadAsync(http, 1);
        var ahead = new Queue<Task<BarePage>>();
        var (rows, next) = ((long)first.Data.Count, 2L);
        while (true)
        {
            for (; ahead.Count < width && next <= first.Pagination.TotalPages; next++)
                ahead.Enqueue(ReadAsync(http, next));
            if (ahead.Count == 0)
                return rows;

            var page = await ahead.Dequeue();
            foreach (var row in page.Data)
                rows += row.Id is null ? 0 : 1;
        }
    }

    private async Task<BarePage> ReadAsync(HttpClient http, long page) =>
        (await http.GetFromJsonAsync($"{baseUri}/scenarios/assignments?page={page}&page_size={PageSize}", BareJsonContext.Default.BarePage))!;
}
