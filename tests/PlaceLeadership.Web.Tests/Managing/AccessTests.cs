using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Tests.Provider;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Managing;

/// <summary>Who may do what at the desk: every address there is, with every role, for what is theirs and what is somebody else's.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private static readonly Whereabouts Harbour = new(TestPlace.CohortId, "Harbour Town");
    private static readonly CohortId Nowhere = new("nowhere-2026");

    private TestPlace _place = null!;
    private TestProvider _provider = null!;
    private Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _place = await TestPlace.LaunchAsync();
        await _place.AlsoAsync();
        _provider = await TestProvider.StartAsync(_place.Clock);
        _site = await Colleague.SiteAsync(_provider, _place, change: own => own with { Audience = _provider.Audience });
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public void Every_address_behind_the_door_says_what_it_needs() => Assert.All(Addresses().Where(address => !IsDoor(address.Path)), address => Assert.True(
        address.Needs is not null && (address.Needs.Reach == Reach.Here) == address.Path.Contains("{id}", StringComparison.Ordinal), $"{address.Verb} {address.Path} says nothing of who may use it."));

    [Fact]
    public void The_page_about_security_shows_who_may_use_which_address() => Assert.Contains(
        Matrix(), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "security.md")), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Facilitator)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Administrator)]
    public async Task Each_role_gets_what_its_grant_is_for_and_nothing_else(Role? role)
    {
        foreach (var scope in new[] { Scope.OfCohort(TestPlace.CohortId), Scope.OfPlace("harbour town"), Scope.Everywhere })
        {
            IReadOnlyList<Grant> grants = role is { } known ? [new Grant(known, scope)] : [];
            using var who = await Colleague.SignedInAsync(_site, _provider, $"{role} {scope}", grants);
            foreach (var address in Addresses().Where(address => !IsDoor(address.Path)))
            {
                foreach (var (cohort, place) in new[] { (TestPlace.CohortId, "Harbour Town"), (TestPlace.OtherCohortId, "Hill Town"), (Nowhere, null) })
                {
                    var may = grants.Any(grant => address.Needs!.Reach switch
                    {
                        Reach.Here => grant.Gives(address.Needs.Right, new Whereabouts(cohort, place)),
                        Reach.Everywhere => grant.Gives(address.Needs.Right, Whereabouts.Nowhere),
                        _ => grant.Role.Has(address.Needs.Right) && (address.Needs.Right != Right.Launch || grant.Scope.Cohort is null),
                    }) || address.Needs!.Right == Right.BeSignedIn;
                    var path = PathOf(address.Path, cohort);
                    if (path == "/manage/sign-out")
                    {
                        continue;
                    }

                    var before = await RefusedAsync(who);
                    var isSentOn = !may && grants.Any(grant => address.Needs!.Instead.Any(other => grant.Gives(other.Right, new Whereabouts(cohort, place))));
                    var answer = IsApi(path) ? await AskAsync(who, address.Verb, path) : address.Verb == "POST" ? await who.PostAsync(path) : await who.GetAsync(path);
                    Assert.True(
                        await RefusedAsync(who) - before == (may || isSentOn ? 0 : 1), $"{role} for {scope} was {(may ? "refused" : "let in")} at {address.Verb} {path}: {answer.Status}");
                    if (isSentOn)
                    {
                        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
                    }
                    else if (!may)
                    {
                        // Of a cohort that is not theirs nobody learns whether it is there.
                        Assert.Equal(address.Needs!.Reach == Reach.Here ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, answer.Status);
                        Assert.Contains(
                            address.Needs.Reach == Reach.Here ? "There is no such cohort" : "You may not do that", IsApi(path) ? answer.Html : answer.Title, StringComparison.Ordinal);
                        Assert.Equal(IsApi(path) ? "application/problem+json" : "text/html", answer.Response.Content.Headers.ContentType!.MediaType);
                        Assert.DoesNotContain("Private", answer.Html, StringComparison.Ordinal);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Whoever_is_granted_nothing_or_only_evaluates_never_reads_a_name_nor_an_address()
    {
        using var nobody = await Colleague.SignedInAsync(_site, _provider, "nobody");
        using var evaluator = await Colleague.SignedInAsync(_site, _provider, "evaluator", new Grant(Role.Evaluator, Scope.Everywhere));
        foreach (var who in new[] { nobody, evaluator })
        {
            foreach (var address in Addresses().Where(address => address.Verb == "GET"))
            {
                var path = PathOf(address.Path, TestPlace.CohortId);
                var page = IsApi(path) ? await AskAsync(who, "GET", path) : await who.GetAsync(path);
                foreach (var secret in new[] { "Asha", "Bronwen", "Chris", "asha@", "Priya" })
                {
                    Assert.False(page.Html.Contains(secret, StringComparison.Ordinal), $"{address.Path} shows {secret} to {who.Person.Name}.");
                }
            }
        }

        var list = await evaluator.GetAsync("/manage");
        Assert.Contains("Harbour Town", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("waiting to go out", list.Text, StringComparison.Ordinal);
        Assert.Contains($"/manage/cohorts/{TestPlace.CohortId}/evidence", list.Html, StringComparison.Ordinal);
        Assert.Contains("What the cohort is asked", (await evaluator.GetAsync($"/manage/cohorts/{TestPlace.CohortId}/evidence")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_shows_what_is_theirs_alone()
    {
        using var manager = await Colleague.SignedInAsync(_site, _provider, "manager", new Grant(Role.Manager, Scope.OfPlace("HARBOUR  town")));
        var list = await manager.GetAsync("/manage");
        Assert.Contains("Harbour Town", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hill", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facilitator_reads_who_is_in_which_set_and_changes_nothing()
    {
        using var facilitator = await Colleague.SignedInAsync(_site, _provider, "facilitator", new Grant(Role.Facilitator, Scope.OfCohort(TestPlace.CohortId)));
        var page = await facilitator.GetAsync($"/manage/cohorts/{TestPlace.CohortId}/groups");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("groups/apart", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("kept apart", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"/manage/cohorts/{TestPlace.CohortId}/groups", (await facilitator.GetAsync("/manage")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_to_a_cohort_leads_whoever_may_read_a_part_of_it_to_that_part()
    {
        var cohort = $"/manage/cohorts/{TestPlace.CohortId}";
        using var evaluator = await Colleague.SignedInAsync(_site, _provider, "evaluator", new Grant(Role.Evaluator, Scope.OfCohort(TestPlace.CohortId)));
        using var facilitator = await Colleague.SignedInAsync(_site, _provider, "facilitator", new Grant(Role.Facilitator, Scope.OfPlace("Harbour Town")));
        Assert.Equal(cohort + "/evidence", (await evaluator.GetAsync(cohort)).Response.Headers.Location!.ToString());
        Assert.Equal(cohort + "/groups", (await facilitator.GetAsync(cohort)).Response.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await evaluator.GetAsync("/manage/cohorts/another")).Status);
        Assert.Contains("or your account has no part in it", (await evaluator.GetAsync("/manage/cohorts/another")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_to_grant_stands_there_still_when_something_was_missing()
    {
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth");
        await ReadyAsync(head);
        var again = await head.PostAsync("/manage/access", ("do", "grant"), ("whom", ruth.Id.Value), ("role", ""), ("for", "place:harbour town"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains($"<option value=\"{ruth.Id}\" selected>", again.Html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"place:harbour town\" selected>", again.Html, StringComparison.Ordinal);
        Assert.Equal(2, again.Html.Split(" selected>").Length - 1);
    }

    [Fact]
    public async Task A_cohort_that_is_not_there_is_granted_to_nobody_and_a_place_may_be_before_its_first()
    {
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth");
        await ReadyAsync(head);
        var none = await head.PostAsync("/manage/access", ("do", "grant"), ("whom", ruth.Id.Value), ("role", "manager"), ("for", "cohort:mistyped"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("There is no such cohort to grant.", none.Text, StringComparison.Ordinal);
        Assert.Equal("/manage/access?done=granted", (await head.PostAsync("/manage/access", ("do", "grant"), ("whom", ruth.Id.Value), ("role", "manager"), ("for", "place:New Town"))).Response.Headers.Location!.ToString());
        Assert.Equal(["manager@place:new town"], (await _place.Desk<AccountStore>().FindAsync(ruth.Id, default))!.Grants.Select(grant => grant.Word));
    }

    [Fact]
    public async Task A_place_is_named_as_its_cohorts_write_it()
    {
        var grant = new Grant(Role.Manager, Scope.OfPlace("HARBOUR town"));
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", grant);
        Assert.Contains("You are manager for the place “Harbour Town”.", (await ruth.GetAsync("/manage/you")).Text, StringComparison.Ordinal);
        Assert.Contains("Manager for the place “Harbour Town”", (await head.GetAsync("/manage/access")).Text, StringComparison.Ordinal);
        Assert.Contains("manager for the place “Harbour Town”", (await head.GetAsync("/manage/access/history")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_that_is_taken_away_is_gone_at_the_next_click()
    {
        var grant = new Grant(Role.Manager, Scope.Everywhere);
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", grant);
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync($"/manage/cohorts/{TestPlace.CohortId}")).Status);
        await ReadyAsync(head);
        Assert.Equal("/manage/access?done=taken", (await head.PostAsync("/manage/access", ("do", "take"), ("whom", ruth.Id.Value), ("given", grant.Word))).Response.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await ruth.GetAsync($"/manage/cohorts/{TestPlace.CohortId}")).Status);
        Assert.Equal("/manage/access?done=removed", (await head.PostAsync("/manage/access", ("do", "remove"), ("whom", ruth.Id.Value))).Response.Headers.Location!.ToString());
        Assert.Equal("/manage/sign-in?to=%2Fmanage%2Fyou", (await ruth.GetAsync("/manage/you")).Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task An_administrator_of_a_place_grants_for_it_alone_and_the_last_one_stays()
    {
        using var local = await Colleague.SignedInAsync(_site, _provider, "local", new Grant(Role.Administrator, Scope.OfPlace("Harbour Town")));
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        await ReadyAsync(local);
        foreach (var (scope, status) in new[]
        {
            ("place:harbour town", HttpStatusCode.SeeOther), ($"cohort:{TestPlace.CohortId}", HttpStatusCode.SeeOther), ("everywhere", HttpStatusCode.UnprocessableEntity),
            ("place:hill town", HttpStatusCode.UnprocessableEntity), ($"cohort:{TestPlace.OtherCohortId}", HttpStatusCode.UnprocessableEntity),
            ($"cohort:{Nowhere}", HttpStatusCode.UnprocessableEntity), ("", HttpStatusCode.UnprocessableEntity), ("place:", HttpStatusCode.UnprocessableEntity),
        })
        {
            Assert.Equal(status, (await local.PostAsync("/manage/access", ("do", "grant"), ("whom", local.Id.Value), ("role", "manager"), ("for", scope))).Status);
        }

        Assert.Contains("more than you may grant", (await local.PostAsync("/manage/access", ("do", "remove"), ("whom", head.Id.Value))).Text, StringComparison.Ordinal);
        await ReadyAsync(head);
        Assert.Contains(
            "nobody who may grant", (await head.PostAsync("/manage/access", ("do", "take"), ("whom", head.Id.Value), ("given", "administrator@everywhere"))).Text, StringComparison.Ordinal);

        // Nor can they remove themselves, and being told so signs nobody out.
        Assert.Contains("nobody who may grant", (await head.PostAsync("/manage/access", ("do", "remove"), ("whom", head.Id.Value))).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync("/manage/access")).Status);
    }

    [Fact]
    public async Task A_code_makes_the_first_administrator_and_guessing_it_costs_time()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth");
        var code = await _place.Desk<AccountStore>().MakeCodeAsync(new AccessAct(_place.Clock.Now(), AccountId.CommandLine, AccessDeeds.CodeMade), default);
        var wrong = await ruth.PostAsync("/manage/you/code", ("key", "a guess"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("That code does not work", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("/manage/access", (await ruth.PostAsync("/manage/you/code", ("key", code))).Response.Headers.Location!.ToString());
        var page = await ruth.GetAsync("/manage/access");
        Assert.Contains("Administrator for everything", page.Text, StringComparison.Ordinal);
        using var late = await Colleague.SignedInAsync(_site, _provider, "late");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await late.PostAsync("/manage/you/code", ("key", code))).Status);
    }

    [Fact]
    public async Task A_manager_of_a_place_launches_in_it_alone()
    {
        using var manager = await Colleague.SignedInAsync(_site, _provider, "manager", new Grant(Role.Manager, Scope.OfPlace("Elmbridge Vale")));
        foreach (var (place, launches) in new[] { ("Harbour Town", false), ("elmbridge vale", true) })
        {
            using var form = new MultipartFormDataContent();
            foreach (var (name, value) in new[]
            {
                ("proof", manager.Proof), ("do", "check"), ("whose-programme", "built-in"), ("place", place), ("start", "2026-04-13"), ("division", "england-and-wales"),
                ("id", "elmbridge"), ("sender", "Ruth Adeyemi"), ("sender-email", "ruth@example.org"), ("contact", "01632 960 123"),
            })
            {
                form.Add(new StringContent(value), name);
            }

            form.Add(new ByteArrayContent(Manager.Roster("Ann Lee", "Bob Ray", "Cat Sim", "Dan Poe", "Eve Orr", "Fay Day")), "roster", "people.csv");
            var page = await manager.SendAsync(HttpMethod.Post, "/manage/launch", form);
            Assert.Equal(launches, !page.Text.Contains("You may not launch a cohort in this place", StringComparison.Ordinal));
            if (launches)
            {
                var done = await manager.PostAsync("/manage/launch", ("do", "launch"), ("carried", Manager.Carried(page)));
                Assert.Equal("/manage/cohorts/elmbridge?done=launched", done.Response.Headers.Location!.ToString());
            }
        }
    }

    [Fact]
    public async Task Roles_of_the_provider_count_as_grants_and_groups_where_they_are_mapped()
    {
        await using var site = await Colleague.SiteAsync(_provider, _place, change: own => own with
        {
            Groups = new Dictionary<string, Grant> { ["g-1"] = new Grant(Role.Evaluator, Scope.OfPlace("Hill Town")) },
        });
        foreach (var (person, sees) in new[]
        {
            (new ProviderPerson("r1", "R", "r1@example.org") { Roles = ["PlaceLeadership.Manager"] }, "Harbour Town Hill Town"),
            (new ProviderPerson("r2", "R", "r2@example.org") { Roles = [$"PlaceLeadership.Evaluator:cohort:{TestPlace.CohortId}", "Something.Else"] }, "Harbour Town"),
            (new ProviderPerson("r3", "R", "r3@example.org") { Roles = ["PlaceLeadership.Owner", "PlaceLeadership.manager:nowhere", "Manager", "PlaceLeadership."] }, ""),
            (new ProviderPerson("g1", "G", "g1@example.org") { Groups = ["g-1", "g-2"] }, "Hill Town"),
            (new ProviderPerson("g2", "G", "g2@example.org") { Groups = ["g-1"], GroupsAreLeftOut = true }, ""),
        })
        {
            using var who = new Colleague(site, _provider, person);
            await who.SignInAsync();
            var list = await who.GetAsync("/manage");
            foreach (var place in new[] { "Harbour Town", "Hill Town" })
            {
                Assert.Equal(sees.Contains(place, StringComparison.Ordinal), list.Text.Contains(place, StringComparison.Ordinal));
            }
        }

        Assert.Contains(await ActsAsync(), act => act.Detail.Contains("did not say in which groups", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_that_is_taken_away_at_the_provider_is_gone_within_a_quarter_of_an_hour_while_somebody_works_on()
    {
        var person = new ProviderPerson("r1", "R", "r1@example.org") { Roles = ["PlaceLeadership.Manager"] };
        using var who = new Colleague(_site, _provider, person);
        await who.SignInAsync();
        await _place.Desk<AccountStore>().GrantAsync(who.Id, new Grant(Role.Evaluator, Scope.OfPlace("Hill Town")), new AccessAct(_place.Clock.Now(), null, AccessDeeds.Granted), default);
        for (var minute = 0; minute < 60; minute += 5)
        {
            Assert.Contains("Harbour Town", (await who.GetAsync("/manage")).Text, StringComparison.Ordinal);
            _place.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        _provider.Change(person with { Roles = [] });
        _place.Clock.Advance(TimeSpan.FromMinutes(10));
        var list = await who.GetAsync("/manage");
        Assert.DoesNotContain("Harbour Town", list.Text, StringComparison.Ordinal);
        Assert.Contains("Hill Town", list.Text, StringComparison.Ordinal);

        // Gone altogether: signed out.
        _provider.Forget(person);
        _place.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal("/manage/sign-in", (await who.GetAsync("/manage")).Response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Many_requests_at_once_ask_the_provider_again_once_and_nobody_is_thrown_out()
    {
        using var who = new Colleague(_site, _provider, new ProviderPerson("r1", "R", "r1@example.org") { Roles = ["PlaceLeadership.Manager"] });
        await who.SignInAsync();
        var asked = _provider.Calls("/connect/token");
        _place.Clock.Advance(TimeSpan.FromMinutes(11));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => who.GetAsync($"/manage/cohorts/{TestPlace.CohortId}")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(asked + 1, _provider.Calls("/connect/token"));
    }

    [Fact]
    public async Task A_provider_that_is_away_changes_nothing_for_a_quarter_of_an_hour_and_then_its_roles_hold_no_more()
    {
        using var who = new Colleague(_site, _provider, new ProviderPerson("r1", "R", "r1@example.org") { Roles = ["PlaceLeadership.Manager"] });
        await who.SignInAsync();
        _provider.Faults.Away = true;
        _place.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Contains("Harbour Town", (await who.GetAsync("/manage")).Text, StringComparison.Ordinal);
        _place.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.DoesNotContain("Harbour Town", (await who.GetAsync("/manage")).Text, StringComparison.Ordinal);
        _provider.Faults.Away = false;
        _place.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("Harbour Town", (await who.GetAsync("/manage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_hangs_makes_one_page_wait_and_not_every_one()
    {
        using var who = new Colleague(_site, _provider, new ProviderPerson("r1", "R", "r1@example.org") { Roles = ["PlaceLeadership.Manager"] });
        await who.SignInAsync();
        _place.Clock.Advance(TimeSpan.FromMinutes(11));
        var asked = _provider.Calls("/connect/token");
        _provider.Faults.NextTokenAnswer = TokenEndpointFault.HangsUp;
        for (var page = 0; page < 5; page++)
        {
            Assert.Contains("Harbour Town", (await who.GetAsync("/manage")).Text, StringComparison.Ordinal);
        }

        Assert.Equal(asked + 1, _provider.Calls("/connect/token"));
    }

    [Fact]
    public async Task A_provider_that_cannot_be_asked_again_is_asked_by_way_of_the_browser_after_a_quarter_of_an_hour()
    {
        _provider.CanBeAskedAgain = false;
        var person = new ProviderPerson("r1", "R", "r1@example.org") { Roles = ["PlaceLeadership.Manager"] };
        using var who = new Colleague(_site, _provider, person);
        await who.SignInAsync();
        _place.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Contains("Harbour Town", (await who.GetAsync("/manage")).Text, StringComparison.Ordinal);
        _place.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/manage/sign-in", (await who.GetAsync("/manage")).Response.Headers.Location!.ToString());
        Assert.Contains("Sign in with your work account", (await who.GetAsync("/manage/sign-in")).Text, StringComparison.Ordinal);
        await who.SignInAsync();
        Assert.Contains("Harbour Town", (await who.GetAsync("/manage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_provider_does_not_say_when_somebody_signed_in_the_page_says_what_to_do()
    {
        _provider.SaysWhen = false;
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        var asked = await head.PostAsync("/manage/access", ("do", "remove"), ("whom", head.Id.Value));
        Assert.Contains("auth_time", (await head.GetAsync(asked.Response.Headers.Location!.ToString())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_granted_for_a_cohort_goes_with_it_and_another_of_its_id_is_another()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", new Grant(Role.Manager, Scope.Everywhere));
        using var local = await Colleague.SignedInAsync(
            _site, _provider, "local", new Grant(Role.Manager, Scope.OfCohort(TestPlace.CohortId)), new Grant(Role.Evaluator, Scope.OfCohort(TestPlace.OtherCohortId)));
        await ReadyAsync(ruth);
        await ruth.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/delete", ("confirm", TestPlace.CohortId.Value));
        Assert.Equal([new Grant(Role.Evaluator, Scope.OfCohort(TestPlace.OtherCohortId))], (await _place.Desk<AccountStore>().FindAsync(local.Id, default))!.Grants);
        Assert.Contains(await ActsAsync(), act => act.What == AccessDeeds.TakenAway && act.Whom == local.Id && act.By == ruth.Id);
    }

    [Fact]
    public async Task Whoever_is_shown_their_form_again_with_people_in_it_stands_in_the_history()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", new Grant(Role.Manager, Scope.Everywhere));
        foreach (var (path, field) in new[] { ("pause", "length"), ("groups/apart", "one"), ("groups/meeting", "set"), ("week/2026-01-05", "day") })
        {
            var before = (await ActsAsync()).Count;
            var answer = await ruth.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/{path}", (field, ""));
            Assert.NotEqual(HttpStatusCode.SeeOther, answer.Status);
            Assert.Equal(before + 1, (await ActsAsync()).Count);
        }
    }

    [Fact]
    public async Task Whom_nobody_can_be_is_no_account_whatever_is_to_be_done_with_them()
    {
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        foreach (var whom in new[] { "a#b", "a/b", "a\\b?", new string('x', 100_000), "" })
        {
            foreach (var deed in new[] { "end", "remove", "grant", "take" })
            {
                var answer = await head.PostAsync("/manage/access", ("do", deed), ("whom", whom), ("role", "manager"), ("for", "everywhere"), ("given", "manager@everywhere"));
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            }
        }
    }

    [Fact]
    public async Task What_cannot_be_noted_is_not_done()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", new Grant(Role.Manager, Scope.Everywhere));
        _place.Tables.TroubleStoringIn = "~desk";
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ruth.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/pause", ("length", "open"))).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await ruth.PostAsync("/manage/sign-out", ("do", "everywhere"))).Status);
        _place.Tables.TroubleStoringIn = null;
        Assert.Null((await _place.Desk<CohortReader>().FindAsync(TestPlace.CohortId, default))!.Value.Cohort.Value.Pause);
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync("/manage/you")).Status);
    }

    [Fact]
    public async Task Whoever_may_grant_for_one_cohort_sees_no_other_cohort_and_no_grant_for_one()
    {
        using var other = await Colleague.SignedInAsync(_site, _provider, "other", new Grant(Role.Manager, Scope.OfCohort(TestPlace.OtherCohortId)), new Grant(Role.Evaluator, Scope.OfCohort(TestPlace.CohortId)));
        using var local = await Colleague.SignedInAsync(_site, _provider, "local", new Grant(Role.Administrator, Scope.OfCohort(TestPlace.CohortId)));
        var page = await local.GetAsync("/manage/access");
        Assert.Contains("evaluator", page.Text, StringComparison.Ordinal);
        Assert.Contains(TestPlace.CohortId.Value, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(TestPlace.OtherCohortId.Value, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Hill Town", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestPlace.OtherCohortId.Value, (await AskAsync(local, "GET", "/api/v1/accounts")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_of_one_name_and_a_name_that_reads_as_a_sentence_are_told_apart_in_the_history()
    {
        const string Forged = "Ruth Adeyemi” made “Eve” manager for everything, from 10.0.0.1. “Ruth\u202e\u2028Adeyemi";
        foreach (var person in new[]
        {
            new ProviderPerson("one", "Ruth Adeyemi", "ruth@council.example.org"), new ProviderPerson("two", "Ruth Adeyemi", "ruth@hospital.example.org"), new ProviderPerson("eve", Forged, ""),
        })
        {
            using var colleague = new Colleague(_site, _provider, person);
            await colleague.SignInAsync();
        }

        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        var lines = (await _place.Desk<Application.Accounts.AccessHistory>().ReadAsync(_place.Clock.Now() - Duration.FromDays(1), _place.Clock.Now() + Duration.FromDays(1), default))
            .Select(line => line.Sentence).ToList();
        Assert.Contains(lines, line => line.StartsWith("“Ruth Adeyemi” (ruth@council.example.org) signed in", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("“Ruth Adeyemi” (ruth@hospital.example.org) signed in", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("“Ruth Adeyemi' made 'Eve' manager for everything, from 10.0.0.1. 'RuthAdeyemi” (", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manager_who_pauses_for_thousands_of_years_is_told_the_last_day_that_can_be()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", new Grant(Role.Manager, Scope.Everywhere));
        foreach (var day in new[] { "9999-12-31", "9999-12-20", "2036-01-01" })
        {
            var answer = await ruth.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/pause", ("length", "day"), ("day", day));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains("too far off", answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync($"/manage/cohorts/{TestPlace.CohortId}")).Status);
    }

    [Fact]
    public async Task Whoever_deletes_the_only_cohort_that_they_may_see_is_told_that_it_is_deleted()
    {
        using var local = await Colleague.SignedInAsync(_site, _provider, "local", new Grant(Role.Manager, Scope.OfCohort(TestPlace.CohortId)));
        await ReadyAsync(local);
        var told = await local.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/delete", ("confirm", TestPlace.CohortId.Value));
        Assert.Equal(HttpStatusCode.OK, told.Status);
        Assert.Contains("Nothing is stored of", told.Title, StringComparison.Ordinal);
        Assert.Equal("/manage/you", (await local.GetAsync("/manage")).Response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Each_act_of_the_desk_stands_in_the_log_too_once_without_a_name_or_an_address()
    {
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth");
        await ruth.GetAsync("/manage/access");
        await head.PostAsync("/manage/access", ("do", "grant"), ("whom", ruth.Id.Value), ("role", "evaluator"), ("for", "everywhere"));
        await head.PostAsync("/manage/access", ("do", "take"), ("whom", ruth.Id.Value), ("given", "evaluator@everywhere"));
        await ruth.PostAsync("/manage/sign-out");

        // The test itself granted the first, past the desk.
        var acts = (await ActsAsync()).Where(act => act.By != AccountId.CommandLine).ToList();
        Assert.Equal(
            acts.Select(act => $"At the desk: {act.What} by {act.By?.Value}, to {act.Whom?.Value ?? "(null)"}").Order(StringComparer.Ordinal),
            System.Text.RegularExpressions.Regex.Matches(_site.Log.All, "At the desk: [a-z-]+ by [^,]+, to [^,]+").Select(match => match.Value).Order(StringComparer.Ordinal));
        foreach (var deed in new[] { AccessDeeds.SignedIn, AccessDeeds.Granted, AccessDeeds.TakenAway, AccessDeeds.Refused, AccessDeeds.SignedOut })
        {
            Assert.Contains(acts, act => act.What == deed);
        }

        Assert.DoesNotContain("ruth@example.org", _site.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth Of-Test", _site.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_read_changed_granted_or_was_refused_is_told_in_sentences()
    {
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", new Grant(Role.Manager, Scope.OfCohort(TestPlace.CohortId)));
        await ruth.GetAsync($"/manage/cohorts/{TestPlace.CohortId}/week/2026-03-02");
        await ruth.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/pause", ("length", "open"));
        await ruth.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/pause", ("length", ""));
        await ruth.GetAsync($"/manage/cohorts/{TestPlace.OtherCohortId}");
        await ReadyAsync(head);
        await head.PostAsync("/manage/access", ("do", "grant"), ("whom", ruth.Id.Value), ("role", "evaluator"), ("for", "place:hill town"));
        var page = (await head.GetAsync("/manage/access/history")).Text;
        foreach (var sentence in new[]
        {
            "“Ruth Of-Test” (ruth@example.org) signed in with their work account", $"“Ruth Of-Test” (ruth@example.org) read a week of {TestPlace.CohortId}", $"“Ruth Of-Test” (ruth@example.org) asked in {TestPlace.CohortId} to pause it",
            $"“Ruth Of-Test” (ruth@example.org) was refused in {TestPlace.OtherCohortId}, as it takes the right to read who is in a cohort",
            "“Head Of-Test” (head@example.org) made “Ruth Of-Test” (ruth@example.org) evaluator for the place “Hill Town”",
        })
        {
            Assert.Contains(sentence, page, StringComparison.Ordinal);
        }

        // Also what was not taken, and the grant.
        Assert.Equal(3, (await ActsAsync()).Count(act => act.What == AccessDeeds.Sent));
        Assert.DoesNotContain("Asha", page, StringComparison.Ordinal);
        using var local = await Colleague.SignedInAsync(_site, _provider, "local", new Grant(Role.Administrator, Scope.OfPlace("Harbour Town")));
        Assert.Equal(HttpStatusCode.Forbidden, (await local.GetAsync("/manage/access/history")).Status);

        // The history of the cohort names the same person.
        Assert.Contains("“Ruth Of-Test” (ruth@example.org) paused the whole cohort", (await ruth.GetAsync($"/manage/cohorts/{TestPlace.CohortId}/history/2026-03-02")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_about_people_is_shown_only_once_it_is_stored_that_somebody_read_it()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", new Grant(Role.Manager, Scope.Everywhere));
        _place.Tables.TroubleStoring = new IOException("Away.");
        var page = await ruth.GetAsync($"/manage/cohorts/{TestPlace.CohortId}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.DoesNotContain("Private", page.Html, StringComparison.Ordinal);
        _place.Tables.TroubleStoring = null;
        Assert.Equal(HttpStatusCode.OK, (await ruth.GetAsync($"/manage/cohorts/{TestPlace.CohortId}")).Status);
    }

    [Fact]
    public async Task Whoever_is_removed_and_signs_in_anew_has_nothing_of_before_and_old_sign_ins_are_over()
    {
        using var head = await Colleague.SignedInAsync(_site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        using var phone = await Colleague.SignedInAsync(_site, _provider, "ruth", new Grant(Role.Manager, Scope.Everywhere));
        using var desk = await Colleague.SignedInAsync(_site, _provider, "ruth");
        await ReadyAsync(head);
        Assert.Equal("/manage/access?done=ended", (await head.PostAsync("/manage/access", ("do", "end"), ("whom", phone.Id.Value))).Response.Headers.Location!.ToString());
        Assert.Equal("/manage/sign-in?to=%2Fmanage%2Fyou", (await phone.GetAsync("/manage/you")).Response.Headers.Location!.ToString());
        await phone.SignInAsync();
        Assert.Contains("Harbour Town", (await phone.GetAsync("/manage")).Text, StringComparison.Ordinal);
        await head.PostAsync("/manage/access", ("do", "remove"), ("whom", phone.Id.Value));
        await desk.SignInAsync();
        Assert.Contains("nobody has granted you anything", (await desk.GetAsync("/manage/you")).Text, StringComparison.Ordinal);
        Assert.Equal("/manage/sign-in?to=%2Fmanage%2Fyou", (await phone.GetAsync("/manage/you")).Response.Headers.Location!.ToString());
        using var local = await Colleague.SignedInAsync(_site, _provider, "local", new Grant(Role.Administrator, Scope.OfPlace("Harbour Town")));
        await ReadyAsync(local);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await local.PostAsync("/manage/access", ("do", "end"), ("whom", desk.Id.Value))).Status);
    }

    [Fact]
    public async Task Who_was_refused_at_the_door_or_signed_out_and_how_is_told_in_sentences()
    {
        await using var site = await Colleague.SiteAsync(_provider, _place, options => options.ManagerKey = Manager.Key);
        using var head = await Colleague.SignedInAsync(site, _provider, "head", new Grant(Role.Administrator, Scope.Everywhere));
        using var ruth = await Colleague.SignedInAsync(site, _provider, "ruth");
        using var asha = await Colleague.SignedInAsync(site, _provider, "asha");
        using var bron = await Colleague.SignedInAsync(site, _provider, "bron");
        await Manager.Outside(site).SignInAsync("a wrong key");
        await head.GetAsync("/manage/signed-in?state=1&code=2");
        await ruth.PostAsync("/manage/sign-out");
        await asha.PostAsync("/manage/sign-out", ("do", "everywhere"));
        await ruth.PostAsync("/manage/back-channel-logout", ("logout_token", _provider.LogoutToken("bron", null)));
        var page = (await head.GetAsync("/manage/access/history")).Text;
        foreach (var sentence in new[]
        {
            "Somebody who had not signed in was refused to sign in: a wrong manager key", "Somebody who had not signed in was refused to sign in: the answer of the sign-in service",
            "“Ruth Of-Test” (ruth@example.org) signed out.", "“Asha Of-Test” (asha@example.org) signed out everywhere.", "“Bron Of-Test” (bron@example.org) was signed out by the sign-in service.",
        })
        {
            Assert.Contains(sentence, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_with_line_ends_is_one_line_of_the_history()
    {
        using var sly = new Colleague(_site, _provider, new ProviderPerson("sly", "Sly\r\n2026-03-05 10:00  Ruth deleted everything\u001b[2J", "sly@example.org"));
        await sly.SignInAsync();
        var line = Assert.Single(await _place.Desk<Application.Accounts.AccessHistory>().ReadAsync(_place.Clock.Now() - Duration.FromDays(1), _place.Clock.Now() + Duration.FromDays(1), default));
        Assert.DoesNotContain(line.Sentence, char.IsControl);
    }

    [Fact]
    public async Task Every_page_behind_the_door_offers_to_sign_out()
    {
        using var who = await Colleague.SignedInAsync(_site, _provider, "who", new Grant(Role.Administrator, Scope.Everywhere), new Grant(Role.Manager, Scope.Everywhere));
        foreach (var address in Addresses().Where(address => address.Verb == "GET" && address.Path.StartsWith("/manage", StringComparison.Ordinal) && !IsDoor(address.Path) && !address.Path.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var page = await who.GetAsync(address.Path.Replace("{id}", TestPlace.CohortId.Value, StringComparison.Ordinal).Replace("{day}", "2026-03-02", StringComparison.Ordinal)
                .Replace("{set:int}", "1", StringComparison.Ordinal).Replace("{**rest}", "nothing", StringComparison.Ordinal));
            Assert.True(page.Status == HttpStatusCode.SeeOther || page.Html.Contains("action=\"/manage/sign-out\"", StringComparison.Ordinal), address.Path);
        }
    }

    [Fact]
    public async Task That_a_cohort_was_deleted_and_by_whom_stays_known()
    {
        using var ruth = await Colleague.SignedInAsync(_site, _provider, "ruth", new Grant(Role.Manager, Scope.Everywhere));
        await ReadyAsync(ruth);
        Assert.Equal(HttpStatusCode.SeeOther, (await ruth.PostAsync($"/manage/cohorts/{TestPlace.CohortId}/delete", ("confirm", TestPlace.CohortId.Value))).Status);
        Assert.Contains(await ActsAsync(), act => act.What == AccessDeeds.Deleted && act.By == ruth.Id && act.Cohort == TestPlace.CohortId);
    }

    // Proves again who it is, as before whatever cannot be undone.
    private static async Task ReadyAsync(Colleague who)
    {
        await who.SignInAsync(("again", "yes"));
        await who.ReadProofAsync();
    }

    private async Task<int> RefusedAsync(Colleague who) => (await ActsAsync()).Count(act => act.By == who.Id && act.What == AccessDeeds.Refused && act.Detail.Length > 0 && !act.Detail.Contains("code", StringComparison.Ordinal));

    private Task<IReadOnlyList<AccessAct>> ActsAsync() =>
        _place.Desk<AccessLog>().ListAsync(_place.Clock.Now() - Duration.FromDays(1), _place.Clock.Now() + Duration.FromDays(1), default);

    private static string PathOf(string template, CohortId cohort) => template.Replace("{id}", cohort.Value, StringComparison.Ordinal)
        .Replace("{day}", "2026-03-02", StringComparison.Ordinal).Replace("{set:int}", "1", StringComparison.Ordinal).Replace("{**rest}", "nothing", StringComparison.Ordinal)
        .Replace("{account}", "nobody", StringComparison.Ordinal).Replace("{who}", "nobody", StringComparison.Ordinal).Replace("{grant}", "manager@everywhere", StringComparison.Ordinal);

    private static bool IsApi(string path) => path.StartsWith("/api/v1", StringComparison.Ordinal);

    // With an access token of the same person.
    private async Task<Site.Reading> AskAsync(Colleague who, string verb, string path)
    {
        using var script = new Script(_site, _provider.ScriptToken(claims => claims["sub"] = who.Person.Subject));
        return await script.SendAsync(new HttpMethod(verb), path);
    }

    private static bool IsDoor(string path) => path.StartsWith("/manage/sign-in", StringComparison.Ordinal) || path is "/manage/signed-in" or "/manage/back-channel-logout" or "/api/v1/openapi.json";

    private IReadOnlyList<(string Verb, string Path, Needs? Needs)> Addresses() =>
    [
        .. _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("manage", StringComparison.Ordinal) || IsApi(endpoint.RoutePattern.RawText!))
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]).Where(verb => verb != "HEAD")
                .Select(verb => (verb, "/" + endpoint.RoutePattern.RawText!.Trim('/'), endpoint.Metadata.GetMetadata<Needs>())))
            .OrderBy(address => address.Item2, StringComparer.Ordinal).ThenBy(address => address.verb, StringComparer.Ordinal),
    ];

    private string Matrix()
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder("| address | for | ").AppendJoin(" | ", roles.Select(role => role.Word())).Append(" |\n|---|---|").Append(string.Concat(roles.Select(_ => "---|"))).Append('\n');
        foreach (var (verb, path, needs) in Addresses())
        {
            text.Append($"| {verb} `{path}` | ").Append(needs switch
            {
                null => "anybody",
                { Right: Right.BeSignedIn } => "whoever has signed in",
                { Reach: Reach.Here } => "their cohorts",
                { Reach: Reach.Everywhere } => "who has it for everything",
                _ => "what the page asks for",
            }).Append(needs?.Fresh == true ? ", proved anew" : "");
            foreach (var role in roles)
            {
                text.Append(needs is null || role.Has(needs.Right) ? " | yes" : " | –");
            }

            text.Append(" |\n");
        }

        return text.ToString();
    }
}
