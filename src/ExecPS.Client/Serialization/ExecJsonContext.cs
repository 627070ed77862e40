using System.Text.Json.Serialization;
using ExecPS.Client.Models;

namespace ExecPS.Client.Serialization;

/// <summary>How the API's JSON maps to the models, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    Converters = [typeof(LocalDateTimeConverter)])]
[JsonSerializable(typeof(Workspace))]
[JsonSerializable(typeof(Page<Assignment>))]
[JsonSerializable(typeof(Page<Collection>))]
internal sealed partial class ExecJsonContext : JsonSerializerContext;
