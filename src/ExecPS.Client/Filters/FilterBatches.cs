namespace ExecPS.Client.Filters;

/// <summary>Asks many small questions in few requests, without asking anything else.</summary>
internal static class FilterBatches
{
    /// <summary>
    /// Unites queries that differ in one axis alone (so that the union asks for exactly what they asked for), then splits
    /// what is too long for a URL.
    /// </summary>
    /// <param name="queries">What is asked.</param>
    /// <param name="longest">The most characters that a query's text may have.</param>
    public static IReadOnlyList<FilterQuery> Gather(IEnumerable<FilterQuery> queries, int longest)
    {
        List<FilterQuery> gathered = [.. queries];
        string[] axes = [.. gathered.SelectMany(query => query.Terms).Select(term => term.Axis).Distinct(StringComparer.Ordinal)];
        foreach (var axis in axes)
            gathered = [.. gathered.GroupBy(query => Signature(query, axis), StringComparer.Ordinal).Select(group => Unite(group, axis))];

        // Without an axis there is nothing to unite by, but the same question twice is still one.
        return [.. gathered.GroupBy(query => Signature(query, ""), StringComparer.Ordinal).SelectMany(alike => Split(alike.First(), longest))];
    }

    /// <summary>What a query asks beside one axis; each value by its length too, so that no two queries look alike.</summary>
    private static string Signature(FilterQuery query, string axis) =>
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

        var united = new FilterQuery();
        foreach (var term in first.Terms.Where(term => term.Axis != axis))
            united.Add(term.Parameter, term.Values, term.Axis);

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

        IGrouping<string, FilterTerm>[] axes = [.. query.Terms.GroupBy(term => term.Axis, StringComparer.Ordinal)
            .OrderByDescending(axis => axis.Sum(term => term.Values.Sum(value => Uri.EscapeDataString(value).Length + 1)))];
        foreach (var axis in axes)
        {
            FilterTerm[] rest = [.. query.Terms.Where(term => term.Axis != axis.Key)];
            var restLength = rest.Sum(term => new FilterQuery().Add(term.Parameter, term.Values).ToString().Length + 1);

            // Where the rest leaves little room, each axis takes its share of the URL, and the next one is split too.
            var bins = Pack(axis, Math.Max(longest - restLength, (longest / axes.Length) - 1));
            if (bins.Count > 1)
                return bins.SelectMany(bin => Split(Join(bin, rest), longest));
        }

        // Single values that are too long together. There is no other way to ask it.
        return [query];
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
                var one = new FilterTerm(term.Parameter, term.Axis, [value]);
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

    private static FilterQuery Join(FilterQuery query, IEnumerable<FilterTerm> terms)
    {
        var joined = new FilterQuery();
        foreach (var parameter in query.Terms.Concat(terms).GroupBy(term => term.Parameter, StringComparer.Ordinal))
            joined.Add(parameter.Key, parameter.SelectMany(term => term.Values), parameter.First().Axis);
        return joined;
    }
}
