using System.Text.Json.Serialization;
using ExecPS.Client.Serialization;

namespace ExecPS.Client.Models;

/// <summary>How well something was done in a session.</summary>
[JsonConverter(typeof(ApiEnumConverter<EvaluationGrade>))]
public enum EvaluationGrade : long
{
    /// <summary>A value that this version of the module doesn't know.</summary>
    Unknown = 0,

    /// <summary><c>good</c>.</summary>
    Good,

    /// <summary><c>mid</c>: neither good nor bad.</summary>
    Mid,

    /// <summary><c>bad</c>.</summary>
    Bad,

    /// <summary><c>not_relevant</c>: the session gave no occasion for it.</summary>
    NotRelevant,
}
