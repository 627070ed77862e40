using System.Runtime.CompilerServices;

namespace ExecPS.Client;

/// <summary>Marks what runs for each row of a list.</summary>
internal static class Optimized
{
    /// <summary>
    /// Compiled well at its first call, not after many: a listing of 100,000 rows is over before the runtime has warmed to it.
    /// .NET Framework, which doesn't know this, always does.
    /// </summary>
    public const MethodImplOptions AtOnce = (MethodImplOptions)512; // MethodImplOptions.AggressiveOptimization
}
