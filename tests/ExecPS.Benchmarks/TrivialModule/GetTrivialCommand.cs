using System.Management.Automation;

namespace TrivialModule;

[Cmdlet(VerbsCommon.Get, "Trivial")]
[OutputType(typeof(int))]
public sealed class GetTrivialCommand : Cmdlet
{
    protected override void ProcessRecord() => WriteObject(1);
}
