using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>What a manager's script finds at a place with two cohorts.</summary>
public abstract class ApiTests : IAsyncLifetime
{
    protected ApiPlace Api { get; private set; } = null!;

    protected Script Script { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Api = await ApiPlace.OpenAsync();
        Script = Api.As("PlaceLeadership.Manager");
    }

    public async ValueTask DisposeAsync()
    {
        Script.Dispose();
        await Api.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
