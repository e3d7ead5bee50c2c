using Lodge.Model.Storage;
using Lodge.Protocol;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Folders;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Tests.Backends;

public sealed class LocalFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_folder_is_made_with_those_above_it_and_passable_for_guests()
    {
        LocalFolder.Build(Pool("a/b/c"));
        Assert.Equal((UnixFileMode)0x1C9, File.GetUnixFileMode(_folder["a/b/c"]));
    }

    [Fact]
    public void A_folder_that_is_there_keeps_its_mode_unless_another_is_asked_for()
    {
        Directory.CreateDirectory(_folder["a"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        LocalFolder.Build(Pool("a"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder["a"]));
        LocalFolder.Build(Pool("a") with { Permissions = new() { Mode = 0x1E8 } });
        Assert.Equal((UnixFileMode)0x1E8, File.GetUnixFileMode(_folder["a"]));
    }

    [Fact]
    public void A_folder_whose_flag_cannot_be_set_is_not_left_behind()
    {
        var refused = Assert.Throws<VirException>(() => LocalFolder.Build(Pool("a") with { CopyOnWrite = true }));
        Assert.Contains("not btrfs", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["a"]));
    }

    [Fact]
    public void A_relative_path_is_refused()
    {
        var refused = Assert.Throws<VirException>(() => LocalFolder.Build(Pool("a") with { TargetPath = "here" }));
        Assert.Equal("invalid argument: path 'here' is not absolute", refused.Message);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_not_deleted()
    {
        Directory.CreateDirectory(_folder["a/b"]);
        var refused = Assert.Throws<VirException>(() => LocalFolder.Delete(Pool("a")));
        Assert.Contains(
            $"failed to remove pool '{_folder["a"]}': Directory not empty", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_folders_and_links_to_them_are_volumes_and_nothing_else_is()
    {
        File.WriteAllText(_folder["file"], "x");
        Directory.CreateDirectory(_folder["sub"]);
        File.CreateSymbolicLink(_folder["link"], _folder["file"]);
        File.CreateSymbolicLink(_folder["dangling"], "/nowhere");
        File.CreateSymbolicLink(_folder["circle"], _folder["circle"]);
        File.WriteAllText(_folder["bell\u0007"], "x");
        File.WriteAllText(_folder[".hidden"], "x");
        using (new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, 0))
        {
            File.WriteAllText(_folder["two\nlines"], "x");
            var found = Look(VolumeSet.Empty).Volumes.Select(volume => volume.Name).Order(StringComparer.Ordinal);
            Assert.Equal([".hidden", "file", "link", "sub", "two\nlines"], found);
        }
    }

    [Fact]
    public void A_file_that_did_not_change_since_the_last_look_is_not_read_again()
    {
        File.WriteAllText(_folder["a"], "x");
        var reader = new CountingReader();
        var first = LocalFolder.Refresh(Pool(""), VolumeSet.Empty, reader, TestContext.Current.CancellationToken);
        LocalFolder.Refresh(Pool(""), VolumeSet.Of(first.Volumes), reader, TestContext.Current.CancellationToken);
        Assert.Equal([false, true], reader.Known);
    }

    [Fact]
    public void The_look_tells_the_room_and_the_owner_of_the_folder()
    {
        var found = Look(VolumeSet.Empty);
        Assert.Equal(found.Usage.Capacity, found.Usage.Allocation + found.Usage.Available);
        Assert.Equal((uint)File.GetUnixFileMode(_folder.Path), found.Definition.Permissions.Mode);
    }

    [Fact]
    public void A_look_that_nobody_waits_for_any_more_ends()
    {
        File.WriteAllText(_folder["a"], "x");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => LocalFolder.Refresh(Pool(""), VolumeSet.Empty, new ImageVolumeReader(), cancelled.Token));
    }

    public void Dispose() => _folder.Dispose();

    private PoolContents Look(VolumeSet known) =>
        LocalFolder.Refresh(Pool(""), known, new ImageVolumeReader(), TestContext.Current.CancellationToken);

    private StoragePoolDefinition Pool(string name) => new()
    {
        Type = StoragePoolType.Dir,
        Name = "p",
        Uuid = VirUuid.Random(),
        TargetPath = name.Length == 0 ? _folder.Path : _folder[name],
    };

    private sealed class CountingReader : IVolumeReader
    {
        public List<bool> Known { get; } = [];

        public StorageVolumeDefinition? Read(string path, string name, StorageVolumeDefinition? known)
        {
            Known.Add(known is not null);
            return known ?? new StorageVolumeDefinition { Name = name, Key = path, Path = path };
        }
    }
}
