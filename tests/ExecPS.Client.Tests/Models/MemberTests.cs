using ExecPS.Client.Models;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Models;

public class MemberTests
{
    private const string Flat = """{"id":"u1","email":"ada@acme.com","first_name":"Ada","last_name":"Byron","role":"admin","created_at":"2026-02-03T04:05:06Z"}""";

    [Theory]
    [InlineData(Flat)]
    [InlineData("""{"id":"m9","user":{"id":"u1","email":"ada@acme.com","first_name":"Ada","last_name":"Byron"},"role":"admin","created_at":"2026-02-03T04:05:06Z"}""")]
    [InlineData("""{"user":{"id":"u1","email":"ada@acme.com","first_name":"Ada","last_name":"Byron"},"role":"admin","created_at":"2026-02-03T04:05:06Z"}""")]
    [InlineData("""{"created_at":"2026-02-03T04:05:06Z","role":"admin","user":{"last_name":"Byron","first_name":"Ada","email":"ada@acme.com","id":"u1"},"id":"m9"}""")]
    [InlineData("""{"id":"u1","email":"ada@acme.com","first_name":"Ada","last_name":"Byron","role":"admin","created_at":"2026-02-03T04:05:06Z","user":null}""")]
    [InlineData("""{"id":"u1","email":"ada@acme.com","first_name":"Ada","last_name":"Byron","role":"admin","created_at":"2026-02-03T04:05:06Z","user":{}}""")]
    public void Both_forms_of_a_member_are_read_the_same_and_the_ID_is_the_users(string json)
    {
        var member = ModelJson.Read<Member>(json);

        Assert.Equal(("u1", "ada@acme.com", "Ada", "Byron", "Ada Byron"), (member.Id, member.Email, member.FirstName, member.LastName, member.Name));
        Assert.Equal(MemberRole.Admin, member.Role);
        Assert.Equal(new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc), member.CreatedAt!.Value.ToUniversalTime());
        Assert.Equal("Ada Byron", member.ToString());
    }

    [Fact]
    public void A_member_is_written_in_the_form_of_the_schema() =>
        Assert.Equal(Flat, ModelJson.Write(typeof(Member), ModelJson.Read<Member>("""{"id":"m9","role":"admin","created_at":"2026-02-03T04:05:06Z","user":{"id":"u1","email":"ada@acme.com","first_name":"Ada","last_name":"Byron"}}""")));

    [Fact]
    public void The_text_of_a_member_without_a_name_is_the_email_address_or_ID()
    {
        Assert.Equal("ada@acme.com", new Member { Id = "u1", Email = "ada@acme.com" }.Name);
        Assert.Equal("u1", new Member { Id = "u1" }.Name);
        Assert.Null(new Member().Name);
    }
}
