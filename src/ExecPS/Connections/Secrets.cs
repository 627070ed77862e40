using System.Net;
using System.Security;

namespace ExecPS.Connections;

/// <summary>To and from SecureString.</summary>
internal static class Secrets
{
    public static SecureString Protect(string text)
    {
        var secure = new SecureString();
        foreach (var character in text)
            secure.AppendChar(character);
        secure.MakeReadOnly();
        return secure;
    }

    public static string Reveal(SecureString secure) => new NetworkCredential("", secure).Password;
}
