using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>What shared memory has without being told.</summary>
internal static class ShmemDefaults
{
    private const ulong UsualSize = 4 << 20;

    public static void Apply(Shmem shmem)
    {
        var model = shmem.Model;
        if (model != ShmemModel.IvshmemDoorbell && shmem.Size == 0)
        {
            shmem.Size = UsualSize;
        }

        if (model == ShmemModel.Ivshmem)
        {
            return;
        }

        if (!shmem.HasServer)
        {
            if (model == ShmemModel.IvshmemDoorbell)
            {
                throw Refusal.Unsupported(
                    $"shmem model '{model.ToXml()}' is supported only with server option enabled");
            }

            if (shmem.HasMsi)
            {
                throw Refusal.Unsupported($"shmem model '{model.ToXml()}' doesn't support msi");
            }

            return;
        }

        if (model == ShmemModel.IvshmemPlain)
        {
            throw Refusal.Unsupported($"shmem model '{model.ToXml()}' is supported only with server option disabled");
        }

        if (shmem.Size != 0)
        {
            throw Refusal.Unsupported($"shmem model '{model.ToXml()}' does not support size setting");
        }

        shmem.HasMsi = true;
        shmem.MsiIoEventFd ??= true;
    }
}
