using System.Management.Automation;

namespace ExecPS.Completion;

/// <summary>Completes a parameter from what the connection's answers have named so far.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CompletesEntityAttribute() : ArgumentCompleterAttribute(typeof(EntityCompleter));
