namespace ExecPS.Client.Serialization;

internal static class Utf8Json
{
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Some servers put a mark before their UTF-8, which the reader takes for broken JSON.</summary>
    public static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith(s_mark) ? json.Slice(s_mark.Length) : json;
}
