using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Hotplug;

/// <summary>
/// Things added to a running QEMU one after the other, as a whole: unless <see cref="Commit"/> is reached, all that was
/// added is taken away again in reverse.
/// </summary>
internal sealed class PlugTransaction(QmpClient monitor, CancellationToken cancellation) : IAsyncDisposable
{
    private readonly Stack<Func<Task>> _undo = new();

    /// <summary>Registers what takes a change away again that is not QEMU's.</summary>
    public void OnUndo(Action undo) => _undo.Push(() =>
    {
        undo();
        return Task.CompletedTask;
    });

    /// <summary>Registers what takes a change away again.</summary>
    public void OnUndo(Func<Task> undo) => _undo.Push(undo);

    /// <summary>Registers what takes a change of the host away again.</summary>
    public void OnUndo(Func<ValueTask> undo) => _undo.Push(() => undo().AsTask());

    /// <summary>Takes objects and nodes over that are there already, so that they go with this.</summary>
    public void Adopt(BlockChain chain)
    {
        foreach (var layer in chain.Layers)
        {
            AdoptObjects(layer.Objects);
            foreach (var node in layer.Nodes)
            {
                AdoptBlockNode(node);
            }
        }
    }

    public void AdoptObjects(IEnumerable<QemuProperties> objects)
    {
        foreach (var properties in objects)
        {
            AdoptObject(properties.FindText("id")!);
        }
    }

    public void AdoptObject(string id) => Adopt("object-del", "id", id);

    public void AdoptBlockNode(QemuProperties node) => Adopt("blockdev-del", "node-name", node.FindText("node-name")!);

    public void AdoptCharacter(string id) => Adopt("chardev-remove", "id", id);

    public void AdoptNetdev(string id) => Adopt("netdev_del", "id", id);

    public Task AddObjectAsync(QemuProperties properties) =>
        AddAsync("object-add", properties, "object-del", "id", properties.FindText("id")!);

    public async Task AddObjectsAsync(IEnumerable<QemuProperties> objects)
    {
        foreach (var properties in objects)
        {
            await AddObjectAsync(properties);
        }
    }

    public Task AddBlockNodeAsync(QemuProperties properties) =>
        AddAsync("blockdev-add", properties, "blockdev-del", "node-name", properties.FindText("node-name")!);

    public async Task AddBlockChainAsync(BlockChain chain)
    {
        foreach (var layer in chain.Layers)
        {
            await AddBlockLayerAsync(layer);
        }
    }

    public async Task AddBlockLayerAsync(BlockLayer layer)
    {
        await AddObjectsAsync(layer.Objects);
        foreach (var node in layer.Nodes)
        {
            await AddBlockNodeAsync(node);
        }
    }

    public Task AddCharacterAsync(QemuProperties properties) =>
        AddAsync("chardev-add", properties, "chardev-remove", "id", properties.FindText("id")!);

    public Task AddNetdevAsync(QemuProperties properties) =>
        AddAsync("netdev_add", properties, "netdev_del", "id", properties.FindText("id")!);

    public Task AddDeviceAsync(QemuProperties properties) =>
        AddAsync("device_add", properties, "device_del", "id", properties.FindText("id")!);

    /// <summary>Gives QEMU an open file under a name.</summary>
    public async Task PassFileAsync(SafeHandle file, string name)
    {
        await monitor.ExecuteWithFileAsync(
            "getfd", json => json.WriteString("fdname", name), static _ => true, file, cancellation);
        _undo.Push(() => monitor.ExecuteAsync("closefd", json => json.WriteString("fdname", name)));
    }

    /// <summary>Executes a command that has nothing to be undone.</summary>
    public Task ExecuteAsync(string command, QemuProperties? arguments = null) =>
        monitor.ExecuteAsync(command, arguments is null ? null : arguments.WriteMembersTo, cancellation);

    /// <summary>Keeps everything.</summary>
    public void Commit() => _undo.Clear();

    /// <summary>Takes away what was added, unless all of it is to stay.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_undo.TryPop(out var undo))
        {
            try
            {
                await undo();
            }
            catch (VirException)
            {
                // QEMU is gone, or never had it; the failure that led here says why.
            }
        }
    }

    private async Task AddAsync(
        string command, QemuProperties properties, string undoCommand, string undoName, string undoValue)
    {
        await monitor.ExecuteAsync(command, properties.WriteMembersTo, cancellation);
        Adopt(undoCommand, undoName, undoValue);
    }

    private void Adopt(string undoCommand, string undoName, string undoValue) =>
        _undo.Push(() => monitor.ExecuteAsync(undoCommand, json => json.WriteString(undoName, undoValue)));
}
