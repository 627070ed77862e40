-- DuckDB over the files of Export-ExecWorkspace: duckdb < workspace.sql
-- Replace exec/ with the folder. In CSV files an empty cell is null; times are in UTC.

CREATE VIEW assignments AS SELECT * FROM read_csv('exec/assignments.csv', header = true, all_varchar = false);
CREATE VIEW sessions AS SELECT * FROM read_csv('exec/sessions.csv', header = true);
-- For -Format JsonLines: SELECT * FROM read_json('exec/sessions.jsonl', format = 'newline_delimited')

-- Completion by scenario.
SELECT ScenarioName, count(*) AS Assigned, count(*) FILTER (Status = 'Completed') AS Completed, round(100.0 * Completed / Assigned) AS Percentage
FROM assignments
GROUP BY ALL
ORDER BY Percentage;

-- The average score of valid attempts, by week.
SELECT date_trunc('week', CreatedAt) AS Week, count(*) AS Sessions, round(avg(Score), 1) AS AverageScore
FROM sessions
WHERE IsValidAttempt
GROUP BY ALL
ORDER BY Week;

-- One folder for each workspace: the name of the folder is the workspace.
-- SELECT parse_dirname(filename) AS Workspace, * FROM read_csv('workspaces/*/assignments.csv', filename = true);
