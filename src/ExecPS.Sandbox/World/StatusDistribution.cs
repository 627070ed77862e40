namespace ExecPS.Sandbox.World;

/// <summary>Distributes statuses in fixed proportions, which hold for any number of assignments.</summary>
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

    private readonly long[] _deficit = new long[Shares.Length];

    /// <summary>The status with the largest shortfall from its share.</summary>
    public AssignmentStatus Next()
    {
        var most = 0;
        for (var share = 0; share < Shares.Length; share++)
        {
            _deficit[share] += Shares[share].Percent;
            if (_deficit[share] > _deficit[most])
                most = share;
        }

        _deficit[most] -= 100;
        return Shares[most].Status;
    }
}
