using System.Runtime.CompilerServices;

namespace ExecPS.Export;

/// <summary>Options of the just-in-time compiler.</summary>
internal static class Compilation
{
    /// <summary>
    /// Optimizes a method when it is compiled first. An export is a short process: the unoptimized code, which the runtime would replace
    /// only after some time, took a sixth of it. .NET Framework has no name for this value, and ignores it.
    /// </summary>
    public const MethodImplOptions Optimize = (MethodImplOptions)512;
}
