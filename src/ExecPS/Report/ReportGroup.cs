using System.ComponentModel;

namespace ExecPS.Report;

/// <summary>What a report groups the statuses of assignments by.</summary>
public enum ReportGroup
{
    /// <summary>The program of the assignment.</summary>
    [Description("The program of the assignment.")]
    Program,

    /// <summary>The scenario of the assignment.</summary>
    [Description("The scenario of the assignment.")]
    Scenario,

    /// <summary>The groups of the user. It requires <c>-GroupMember</c>.</summary>
    [Description("The groups of the user, from -GroupMember.")]
    Team,

    /// <summary>The user of the assignment.</summary>
    [Description("The user of the assignment.")]
    User,
}
