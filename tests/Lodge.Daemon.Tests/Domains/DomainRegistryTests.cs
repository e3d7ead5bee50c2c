using Lodge.Daemon.Domains;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.Domains;

public sealed class DomainRegistryTests
{
    private readonly DomainRegistry _registry = new();

    [Fact]
    public void A_domain_is_found_by_its_uuid_and_name_until_it_is_removed()
    {
        var web = Add("web");

        Assert.Same(web, _registry.Find(web.Uuid));
        Assert.Same(web, _registry.Find("web"));
        Assert.Equal([web], _registry.All);

        _registry.Remove(web);
        Assert.Null(_registry.Find("web"));
        Assert.Empty(_registry.All);
        Assert.True(web.IsRemoved);
    }

    [Fact]
    public void Another_name_for_a_known_uuid_is_refused_as_libvirt_does()
    {
        var web = Add("web");
        var refused = Assert.Throws<VirException>(
            () => _registry.FindOrAdd(web.Uuid, "mail", false, () => New("mail")));
        Assert.Equal($"operation failed: domain 'web' is already defined with uuid {web.Uuid}", refused.Message);
    }

    [Fact]
    public void Another_uuid_for_a_known_name_is_refused_as_libvirt_does()
    {
        var web = Add("web");
        var refused = Assert.Throws<VirException>(
            () => _registry.FindOrAdd(VirUuid.Random(), "web", false, () => New("web")));
        Assert.Equal($"operation failed: domain 'web' already exists with uuid {web.Uuid}", refused.Message);
    }

    [Fact]
    public void A_rename_that_cannot_be_stored_changes_nothing()
    {
        var web = Add("web");
        Assert.Throws<InvalidOperationException>(
            () => _registry.Rename(web, "mail", () => throw new InvalidOperationException("disk full")));
        Assert.Same(web, _registry.Find("web"));
        Assert.Null(_registry.Find("mail"));
    }

    [Fact]
    public void A_rename_to_a_name_in_use_is_refused()
    {
        var web = Add("web");
        Add("mail");
        Assert.Throws<VirException>(() => _registry.Rename(web, "mail", () => { }));
    }

    [Fact]
    public void Of_many_who_add_the_same_domain_at_once_one_makes_it()
    {
        var uuid = VirUuid.Random();
        var made = 0;
        Parallel.For(0, 64, _ => _registry.FindOrAdd(uuid, "web", false, () =>
        {
            Interlocked.Increment(ref made);
            return new DomainObject(new DomainSnapshot { Name = "web", Uuid = uuid });
        }));
        Assert.Equal(1, made);
    }

    private static DomainObject New(string name) => new(new DomainSnapshot { Name = name, Uuid = VirUuid.Random() });

    private DomainObject Add(string name)
    {
        var domain = New(name);
        return _registry.FindOrAdd(domain.Uuid, name, false, () => domain).Domain;
    }
}
