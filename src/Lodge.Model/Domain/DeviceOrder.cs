namespace Lodge.Model.Domain;

/// <summary>Where a new disk or controller goes among its kind.</summary>
public static class DeviceOrder
{
    /// <summary>
    /// Puts a disk in: disks of one bus stand together, by their target's number (<c>virDomainDiskInsert</c>).
    /// </summary>
    public static void Insert(this DomainDefinition domain, Disk disk)
    {
        var disks = domain.Disks;
        var number = DiskName.Index(disk.Target);
        var at = -1;
        for (var index = disks.Count - 1; index >= 0; index--)
        {
            if (disks[index].Bus != disk.Bus)
            {
                continue;
            }

            if (DiskName.Index(disks[index].Target) > number)
            {
                at = index;
            }
            else if (at == -1)
            {
                at = index + 1;
            }
        }

        disks.Insert(at == -1 ? disks.Count : at, disk);
    }

    /// <summary>
    /// Puts a controller in: controllers of one type by number, a USB master before its companions
    /// (<c>virDomainControllerInsert</c>).
    /// </summary>
    public static void Insert(this DomainDefinition domain, Controller controller)
    {
        var controllers = domain.Controllers;
        var at = -1;
        for (var index = controllers.Count - 1; index >= 0; index--)
        {
            var current = controllers[index];
            if (current.Type != controller.Type)
            {
                continue;
            }

            if (controller.Index == -1)
            {
                at = index + 1;
                break;
            }

            if (current.Index > controller.Index || (current.Index == controller.Index
                && controller.MasterStartPort is null && current.MasterStartPort is not null))
            {
                at = index;
            }
            else if (at == -1)
            {
                at = index + 1;
            }
        }

        controllers.Insert(at == -1 ? controllers.Count : at, controller);
    }
}
