using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Api.Describing;

/// <summary>The description of the API (OpenAPI 3.1), made from its addresses and the types that they take and give.</summary>
internal static class ApiDescription
{
    private const string Scheme = "bearer";
    private const string LeadsOn = "303";

    public static void AddTo(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;

        // A host may have addresses of its own in the same process.
        options.ShouldInclude = address => $"/{address.RelativePath}".StartsWith(ApiPaths.Home, StringComparison.Ordinal)
            && address.ActionDescriptor.EndpointMetadata.Any(said => said is Needs);
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Describe(operation, [.. context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesParameter>()], GivesETag(context.Description));
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "PlaceLeadership",
            Version = "1",
            Description = "What the manager's pages do, for scripts. docs/api.md says how to get a token, and shows examples.",
        };

        // Wherever it was read from.
        document.Servers = [];
        document.AddComponent<IOpenApiSecurityScheme>(Scheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Scheme,
            BearerFormat = "JWT",
            Description = "An access token of the OpenID Connect provider at which people sign in.",
        });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
    }

    private static void Describe(OpenApiOperation operation, IReadOnlyList<TakesParameter> parameters, bool givesETag)
    {
        foreach (var parameter in parameters)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = parameter.IsHeader ? ParameterLocation.Header : ParameterLocation.Query,
                Required = parameter.Required,
                Description = parameter.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        foreach (var (status, answer) in operation.Responses ?? [])
        {
            if (givesETag && status.StartsWith('2') && answer is OpenApiResponse response)
            {
                response.Headers = new Dictionary<string, IOpenApiHeader>
                {
                    ["ETag"] = new OpenApiHeader
                    {
                        Description = "Stands for the state of the cohort; another as soon as somebody at the desk has changed it.",
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                };
            }

            if (status == LeadsOn)
            {
                answer.Description = "Of a large cohort, which is kept as parts: the header Location leads to the same of its first part.";
            }
        }
    }

    // Of what is deleted there is no state any more.
    private static bool GivesETag(Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription address) =>
        address.RelativePath!.Contains("/cohorts/{id}", StringComparison.Ordinal) && !HttpMethods.IsDelete(address.HttpMethod!);

    // The platform describes how it would read and write; we are stricter.
    private static void Describe(OpenApiSchema schema, Type type)
    {
        if (schema.Type is { } known && known.HasFlag(JsonSchemaType.Integer))
        {
            schema.Type = known & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        if (schema.Properties is { Count: > 0 } && type.Namespace?.StartsWith(typeof(ApiDescription).Namespace![..^".Describing".Length], StringComparison.Ordinal) == true)
        {
            schema.Required = ApiJson.Options.GetTypeInfo(type).Properties.Where(property => property.IsRequired).Select(property => property.Name).ToHashSet();
        }
    }
}
