using System.Collections;
using System.Management.Automation.Language;
using ExecPS.Client.Serialization;

namespace ExecPS.Completion;

/// <summary>Completes ranks, which aren't an enum.</summary>
internal sealed class RankCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Candidates.For(OrderedNames<Rank>.Names.Select(rank => (rank.Value.Name, rank.Value.Name, $"The rank {rank.Value}")), wordToComplete);
}
