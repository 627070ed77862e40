namespace ExecPS.Completion;

/// <summary>Completes a parameter from the items in the responses of the connection.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CompletesEntityAttribute() : ArgumentCompleterAttribute(typeof(EntityCompleter));
