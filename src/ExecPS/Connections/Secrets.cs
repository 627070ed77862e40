using System.Runtime.InteropServices;
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

    public static string Reveal(SecureString secure)
    {
        var text = Marshal.SecureStringToGlobalAllocUnicode(secure);
        try
        {
            // By length: a NUL in the middle ends nothing, so that it is seen and refused.
            return Marshal.PtrToStringUni(text, secure.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(text);
        }
    }
}
