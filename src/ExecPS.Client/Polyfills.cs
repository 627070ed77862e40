#if !NET
// What the compiler needs for init-only properties, and .NET Framework lacks.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
#endif
