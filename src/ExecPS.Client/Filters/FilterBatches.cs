namespace ExecPS.Client.Filters;

/// <summary>Combines queries into as few requests as possible without changing which rows they return.</summary>
internal static class FilterBatches
{
    /// <summary>
    /// Merges queries that differ in only one axis, so that the merged query returns exactly the rows of the original queries, and
    /// then splits queries that are too long for a URL. A parameter that accepts one value produces one query per value, and
    /// queries that differ in such a parameter aren't merged.
    /// </summary>
    /// <param name="queries">The queries to combine.</param>
    /// <param name="longest">
    /// The maximum number of characters of a query. If single-value parameters use more than half of it, the others may still use
    /// half of the maximum, because one request per value would hardly shorten the URL.
    /// </param>
    public static IReadOnlyList<FilterQuery> Gather(IEnumerable<FilterQuery> queries, int longest)
    {
        // Most commands have one query, which needs no merging.
        FilterQuery[] all = [.. queries];
        if (all.Length == 1 && !all[0].Terms.Any(IsMany) && all[0].ToString().Length <= longest)
            return all;

        List<FilterQuery> gathered = [.. all.SelectMany(Spread).GroupBy(query => Signature(query, null), StringComparer.Ordinal).Select(alike => alike.First())];
        string[] axes = [.. gathered.SelectMany(query => query.Terms).Where(term => !term.IsSingle).Select(term => term.Axis).Distinct(StringComparer.Ordinal)];
        foreach (var axis in axes)
            gathered = [.. gathered.GroupBy(query => Signature(query, axis), StringComparer.Ordinal).Select(group => Unite(group, axis))];

        return [.. gathered.SelectMany(query => Split(query, Math.Max(longest, LengthOfSingles(query) + (longest / 2))))];
    }

    /// <summary>Whether a single-value parameter has several values.</summary>
    private static bool IsMany(FilterTerm term) => term.IsSingle && term.Values.Count > 1;

    /// <summary>Creates one query for each value of the single-value parameters.</summary>
    private static IEnumerable<FilterQuery> Spread(FilterQuery query)
    {
        if (query.Terms.FirstOrDefault(IsMany) is not { } many)
            return [query];

        return many.Values.SelectMany(value => Spread(Make(query.Terms.Select(term => term == many ? many with { Values = [value] } : term))));
    }

    /// <summary>
    /// Creates a key from the terms of a query, without one axis unless that is null. It includes the length of each value, so that different queries have different keys.
    /// </summary>
    private static string Signature(FilterQuery query, string? axis) =>
        string.Join("\n", query.Terms
            .Where(term => term.Axis != axis)
            .OrderBy(term => term.Parameter, StringComparer.Ordinal)
            .Select(term => term.Parameter + string.Concat(term.Values.OrderBy(value => value, StringComparer.Ordinal).Select(value => $" {value.Length}:{value}"))));

    private static FilterQuery Unite(IEnumerable<FilterQuery> alike, string axis)
    {
        FilterQuery[] queries = [.. alike];
        var first = queries[0];
        if (queries.Length == 1)
            return first;

        var united = Make(first.Terms.Where(term => term.Axis != axis));

        // A query without this axis returns all rows along it, which include the rows of the other queries.
        if (queries.All(query => query.Terms.Any(term => term.Axis == axis)))
        {
            foreach (var parameter in queries.SelectMany(query => query.Terms).Where(term => term.Axis == axis).GroupBy(term => term.Parameter, StringComparer.Ordinal))
                united.Add(parameter.Key, parameter.SelectMany(term => term.Values), axis);
        }

        return united;
    }

    private static IEnumerable<FilterQuery> Split(FilterQuery query, int longest)
    {
        if (query.ToString().Length <= longest)
            return [query];

        // Single-value parameters can't be split, so the server decides whether the URL is too long.
        var axis = query.Terms.GroupBy(term => term.Axis, StringComparer.Ordinal)
            .Where(group => group.Sum(term => term.Values.Count) > 1)
            .OrderByDescending(group => group.Sum(term => term.Values.Sum(value => Uri.EscapeDataString(value).Length + 1)))
            .FirstOrDefault();
        if (axis is null)
            return [query];

        FilterTerm[] rest = [.. query.Terms.Where(term => term.Axis != axis.Key)];
        var restLength = LengthOf(rest);

        // If the other axes leave little room, this axis uses half of the maximum and the others are split next. If this axis
        // uses less than half, it isn't split.
        var bins = Pack(axis, Math.Max(longest - restLength, (longest - LengthOfSingles(query)) / 2));
        if (bins.Count == 1)
            bins = Halve(axis);
        return bins.SelectMany(bin => Split(Join(bin, rest), longest));
    }

    /// <summary>Splits the values of an axis into two queries.</summary>
    private static List<FilterQuery> Halve(IEnumerable<FilterTerm> axis)
    {
        FilterTerm[] ones = [.. axis.SelectMany(term => term.Values, (term, value) => term with { Values = [value] })];
        return [Join(new FilterQuery(), ones.Take(ones.Length / 2)), Join(new FilterQuery(), ones.Skip(ones.Length / 2))];
    }

    /// <summary>Distributes the values of an axis: each value is added to the first query with enough room.</summary>
    private static List<FilterQuery> Pack(IEnumerable<FilterTerm> axis, int longest)
    {
        var bins = new List<(List<FilterTerm> Terms, int Length)>();
        foreach (var term in axis)
        {
            foreach (var value in term.Values)
            {
                var length = Uri.EscapeDataString(value).Length + 1;
                var one = term with { Values = [value] };
                var at = bins.FindIndex(bin => bin.Length + Cost(bin.Terms) <= longest);
                if (at < 0)
                {
                    bins.Add(([one], term.Parameter.Length + length));
                }
                else
                {
                    bins[at] = (bins[at].Terms, bins[at].Length + Cost(bins[at].Terms));
                    bins[at].Terms.Add(one);
                }

                int Cost(List<FilterTerm> terms) =>
                    terms.Exists(other => other.Parameter == one.Parameter) ? length : length + term.Parameter.Length + 1;
            }
        }

        return [.. bins.Select(bin => Join(new FilterQuery(), bin.Terms))];
    }

    private static FilterQuery Join(FilterQuery query, IEnumerable<FilterTerm> terms) => Make(
        query.Terms.Concat(terms)
            .GroupBy(term => term.Parameter, StringComparer.Ordinal)
            .Select(parameter => parameter.First() with { Values = [.. parameter.SelectMany(term => term.Values)] }));

    /// <summary>Gets the number of URL characters that terms need, including separators.</summary>
    private static int LengthOf(IEnumerable<FilterTerm> terms) => terms.Sum(term => Make([term]).ToString().Length + 1);

    private static int LengthOfSingles(FilterQuery query) => LengthOf(query.Terms.Where(term => term.IsSingle));

    private static FilterQuery Make(IEnumerable<FilterTerm> terms)
    {
        var query = new FilterQuery();
        foreach (var term in terms)
            query.Add(term);
        return query;
    }
}
