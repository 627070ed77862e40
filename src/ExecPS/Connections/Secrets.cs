using System.Runtime.InteropServices;
using System.Security;

namespace ExecPS.Connections;

/// <summary>Converts between strings and secure strings.</summary>
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
            // The length is specified so that a NUL character doesn't end the text.
            return Marshal.PtrToStringUni(text, secure.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(text);
        }
    }
}
