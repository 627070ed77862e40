using ExecPS.Client.Models;

namespace ExecPS.Sandbox.World;

/// <summary>Deals statuses in fixed proportions, which hold for the first few as for all.</summary>
internal sealed class StatusDistribution
{
    private static readonly (AssignmentStatus Status, int Percent)[] Shares =
    [
        (AssignmentStatus.Completed, 45),
        (AssignmentStatus.InProgress, 17),
        (AssignmentStatus.PastDue, 15),
        (AssignmentStatus.NotStarted, 15),
        (AssignmentStatus.DidNotPass, 8),
    ];

    private readonly long[] _owed = new long[Shares.Length];

    /// <summary>The status that is furthest behind its share.</summary>
    public AssignmentStatus Next()
    {
        var most = 0;
        for (var share = 0; share < Shares.Length; share++)
        {
            _owed[share] += Shares[share].Percent;
            if (_owed[share] > _owed[most])
                most = share;
        }

        _owed[most] -= 100;
        return Shares[most].Status;
    }
}
