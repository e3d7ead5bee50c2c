using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>Volumes, which have a name and a size but no content.</summary>
internal sealed class TestStorageVolumeProcedures : IStorageVolProcedures<TestHypervisor>
{
    public ValueTask<StorageVolCreateXmlRet> StorageVolCreateXmlAsync(
        TestHypervisor call, StorageVolCreateXmlArgs args)
    {
        TestHypervisor.CheckFlags(
            args.Flags, (uint)VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_VALIDATE, "testStorageVolCreateXML");
        var pool = call.FindActivePool(args.Pool.Name);
        return new(new StorageVolCreateXmlRet { Vol = pool.ToWire(pool.Make(args.Xml, content: null)) });
    }

    public ValueTask<StorageVolCreateXmlFromRet> StorageVolCreateXmlFromAsync(
        TestHypervisor call, StorageVolCreateXmlFromArgs args)
    {
        TestHypervisor.CheckFlags(
            args.Flags, (uint)VirStorageVolCreateFlags.VIR_STORAGE_VOL_CREATE_VALIDATE, "testStorageVolCreateXMLFrom");
        var pool = call.FindActivePool(args.Pool.Name);
        var (_, content) = call.Find(args.Clonevol);
        return new(new StorageVolCreateXmlFromRet { Vol = pool.ToWire(pool.Make(args.Xml, content)) });
    }

    public ValueTask StorageVolDeleteAsync(TestHypervisor call, StorageVolDeleteArgs args)
    {
        var (pool, volume) = call.Find(args.Vol);
        pool.Delete(volume);
        return default;
    }

    public ValueTask<StorageVolLookupByNameRet> StorageVolLookupByNameAsync(
        TestHypervisor call, StorageVolLookupByNameArgs args)
    {
        var wire = new RemoteStorageVol { Pool = args.Pool.Name, Name = args.Name, Key = "" };
        var (pool, volume) = call.Find(wire);
        return new(new StorageVolLookupByNameRet { Vol = pool.ToWire(volume) });
    }

    public ValueTask<StorageVolLookupByKeyRet> StorageVolLookupByKeyAsync(
        TestHypervisor call, StorageVolLookupByKeyArgs args) => new(new StorageVolLookupByKeyRet
        {
            Vol = call.Lookup(
                volume => volume.Key == args.Key, $"no storage vol with matching key '{args.Key}'"),
        });

    public ValueTask<StorageVolLookupByPathRet> StorageVolLookupByPathAsync(
        TestHypervisor call, StorageVolLookupByPathArgs args) => new(new StorageVolLookupByPathRet
        {
            Vol = call.Lookup(
                volume => volume.Path == args.Path, $"no storage vol with matching path '{args.Path}'"),
        });

    public ValueTask<StorageVolGetInfoRet> StorageVolGetInfoAsync(TestHypervisor call, StorageVolGetInfoArgs args)
    {
        var (_, volume) = call.Find(args.Vol);
        return new(new StorageVolGetInfoRet
        {
            Type = (sbyte)volume.Type, Capacity = volume.Capacity, Allocation = volume.Allocation,
        });
    }

    public ValueTask<StorageVolGetXmlDescRet> StorageVolGetXmlDescAsync(
        TestHypervisor call, StorageVolGetXmlDescArgs args)
    {
        var (pool, volume) = call.Find(args.Vol);
        return new(new StorageVolGetXmlDescRet { Xml = StorageVolumeXml.Format(volume, pool.Definition.Type) });
    }

    public ValueTask<StorageVolGetPathRet> StorageVolGetPathAsync(TestHypervisor call, StorageVolGetPathArgs args)
    {
        var (_, volume) = call.Find(args.Vol);
        return new(new StorageVolGetPathRet { Name = volume.Path });
    }
}
