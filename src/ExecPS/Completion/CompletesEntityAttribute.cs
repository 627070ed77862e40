using System.Management.Automation;

namespace ExecPS.Completion;

/// <summary>Completes a parameter from what the responses of the connection have named so far.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CompletesEntityAttribute() : ArgumentCompleterAttribute(typeof(EntityCompleter));
