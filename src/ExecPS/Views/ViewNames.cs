namespace ExecPS.Views;

/// <summary>Selects additional views.</summary>
internal static class ViewNames
{
    /// <summary>
    /// Selects the view that also shows what a switch includes, by a type name such as <c>ExecPS.Client.Models.Skill#IncludeProficiency</c>.
    /// Get-Process uses the same pattern for -IncludeUserName.
    /// </summary>
    /// <param name="item">The object.</param>
    /// <param name="name">The name of the switch.</param>
    /// <param name="isIncluded">Whether the switch is specified.</param>
    public static T WithView<T>(this T item, string name, bool isIncluded)
        where T : class
    {
        if (isIncluded)
            PSObject.AsPSObject(item).TypeNames.Insert(0, $"{typeof(T).FullName}#{name}");
        return item;
    }
}
