using Microsoft.EntityFrameworkCore;

namespace PlaceLeadership.Tests.Provider;

/// <summary>Where the provider keeps its clients and which codes were used.</summary>
internal sealed class ProviderStore(DbContextOptions<ProviderStore> options) : DbContext(options);
