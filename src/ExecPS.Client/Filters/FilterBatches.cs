namespace ExecPS.Client.Filters;

/// <summary>Asks many small questions in few requests, without asking anything else.</summary>
internal static class FilterBatches
{
    /// <summary>
    /// Unites queries that differ in one axis alone (so that the union asks for exactly what they asked for), then splits
    /// what is too long for a URL. A parameter of which the API takes one value gets a query for each of its values, and
    /// queries that differ in it stay apart.
    /// </summary>
    /// <param name="queries">What is asked.</param>
    /// <param name="longest">
    /// The most characters that a query's text may have. Where parameters with one value take more than half of it, the others
    /// may have the other half all the same: a request for each of their values would make the URL hardly shorter.
    /// </param>
    public static IReadOnlyList<FilterQuery> Gather(IEnumerable<FilterQuery> queries, int longest)
    {
        // Most commands ask one thing; the rest would only take time to get ready.
        FilterQuery[] asked = [.. queries];
        if (asked.Length == 1 && !asked[0].Terms.Any(IsMany) && asked[0].ToString().Length <= longest)
            return asked;

        List<FilterQuery> gathered = [.. asked.SelectMany(Spread).GroupBy(query => Signature(query, null), StringComparer.Ordinal).Select(alike => alike.First())];
        string[] axes = [.. gathered.SelectMany(query => query.Terms).Where(term => !term.IsSingle).Select(term => term.Axis).Distinct(StringComparer.Ordinal)];
        foreach (var axis in axes)
            gathered = [.. gathered.GroupBy(query => Signature(query, axis), StringComparer.Ordinal).Select(group => Unite(group, axis))];

        return [.. gathered.SelectMany(query => Split(query, Math.Max(longest, LengthOfSingles(query) + (longest / 2))))];
    }

    /// <summary>Whether a parameter that takes one value has several.</summary>
    private static bool IsMany(FilterTerm term) => term.IsSingle && term.Values.Count > 1;

    /// <summary>A query for each value of the parameters that take one alone.</summary>
    private static IEnumerable<FilterQuery> Spread(FilterQuery query)
    {
        if (query.Terms.FirstOrDefault(IsMany) is not { } many)
            return [query];

        return many.Values.SelectMany(value => Spread(Make(query.Terms.Select(term => term == many ? many with { Values = [value] } : term))));
    }

    /// <summary>
    /// What a query asks, beside one axis unless that is null; each value by its length too, so that no two queries look alike.
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

        // A query that doesn't narrow this axis asks for everything along it, the others' rows included.
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

        // Of parameters with one value nothing can be taken away; the server says what it makes of their length.
        var axis = query.Terms.GroupBy(term => term.Axis, StringComparer.Ordinal)
            .Where(group => group.Sum(term => term.Values.Count) > 1)
            .OrderByDescending(group => group.Sum(term => term.Values.Sum(value => Uri.EscapeDataString(value).Length + 1)))
            .FirstOrDefault();
        if (axis is null)
            return [query];

        FilterTerm[] rest = [.. query.Terms.Where(term => term.Axis != axis.Key)];
        var restLength = LengthOf(rest);

        // Where the rest leaves little room, this axis takes half of what there is and the rest is split next; an axis that
        // has less than half as it is has no such choice.
        var bins = Pack(axis, Math.Max(longest - restLength, (longest - LengthOfSingles(query)) / 2));
        if (bins.Count == 1)
            bins = Halve(axis);
        return bins.SelectMany(bin => Split(Join(bin, rest), longest));
    }

    /// <summary>Shares the values of an axis out to two queries.</summary>
    private static List<FilterQuery> Halve(IEnumerable<FilterTerm> axis)
    {
        FilterTerm[] ones = [.. axis.SelectMany(term => term.Values, (term, value) => term with { Values = [value] })];
        return [Join(new FilterQuery(), ones.Take(ones.Length / 2)), Join(new FilterQuery(), ones.Skip(ones.Length / 2))];
    }

    /// <summary>Puts the values of an axis into the first query with room for them.</summary>
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

    /// <summary>How many characters terms take of a URL, the marks between them included.</summary>
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
