namespace ExecPS.Client.Models;

/// <summary>The grade of an evaluated item.</summary>
/// <remarks>The underlying type is <see cref="long"/>, because ConvertTo-Json writes the names of such enums, and the numbers of others.</remarks>
[JsonConverter(typeof(ApiEnumConverter<EvaluationGrade>))]
public enum EvaluationGrade : long
{
    /// <summary>A value that this version of the module doesn't recognize.</summary>
    Unknown = 0,

    /// <summary><c>good</c>: good.</summary>
    Good,

    /// <summary><c>mid</c>: between good and bad.</summary>
    Mid,

    /// <summary><c>bad</c>: bad.</summary>
    Bad,

    /// <summary><c>not_relevant</c>: the item doesn't apply to the session.</summary>
    NotRelevant,
}
