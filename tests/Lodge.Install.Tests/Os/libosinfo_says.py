"""What libosinfo makes of the database of this machine, as JSON: one object for each operating system, then media."""
import json
import re

import gi

gi.require_version("Libosinfo", "1.0")
from gi.repository import Libosinfo  # noqa: E402

loader = Libosinfo.Loader()
loader.process_default_path()
db = loader.get_db()


def items(found):
    return [found.get_nth(at) for at in range(found.get_length())] if found else []


def date(value):
    return "%04d-%02d-%02d" % (value.get_year(), value.get_month(), value.get_day()) if value else None


def resources(found):
    return sorted(
        "%s %s %s %s %s" % (r.get_architecture(), r.get_ram(), r.get_storage(), r.get_n_cpus(), r.get_cpu())
        for r in items(found)
    )


def system(os):
    return {
        "id": os.get_id(),
        "shortIds": os.get_short_id_list(),
        "name": os.get_name(),
        "version": os.get_version(),
        "vendor": os.get_vendor(),
        "family": os.get_family(),
        "distro": os.get_distro(),
        "codename": os.get_codename(),
        "released": date(os.get_release_date()),
        "ends": date(os.get_eol_date()),
        "devices": sorted({d.get_id() for d in items(os.get_all_devices())}),
        "cards": sorted({d.get_name() for d in items(os.get_all_devices()) if re.match("net", d.get_class() or "")}),
        "minimum": resources(os.get_minimum_resources()),
        "recommended": resources(os.get_recommended_resources()),
        "maximum": resources(os.get_maximum_resources()),
        "network": resources(os.get_network_install_resources()),
        "firmware": sorted(
            "%s %s %s" % (f.get_architecture(), f.get_firmware_type(), f.is_supported())
            for f in items(os.get_complete_firmware_list())
        ),
        "argument": os.get_kernel_url_argument(),
        "scripts": sorted({s.get_id() for s in items(os.get_install_script_list())}),
        "media": len(items(os.get_media_list())),
        "trees": sorted(t.get_url() or "" for t in items(os.get_tree_list())),
        "images": sorted(i.get_url() or "" for i in items(os.get_image_list())),
    }


def sample(pattern):
    """A text that a simple pattern matches; None where it is hard to think of one."""
    if pattern is None:
        return None
    text = re.sub(r"\\d", "1", pattern.replace(".*", "").replace("\\.", ".").replace("$", "").replace("^", ""))
    return text if text and re.search(pattern, text) else None


def media():
    said = []
    owners = {m.get_id(): o.get_short_id() for o in items(db.get_os_list()) for m in items(o.get_media_list())}
    for at, (os, known) in enumerate((o, m) for o in items(db.get_os_list()) for m in items(o.get_media_list())):
        # Each costs libosinfo ten milliseconds.
        if at % 8 == 0:
            values = {}
            for key in ("volume-id", "system-id", "publisher-id", "application-id"):
                pattern = known.get_param_value(key)
                values[key] = sample(pattern)
                if pattern is not None and values[key] is None:
                    break
            else:
                values["volume-size"] = max(known.get_volume_size(), 0)
                if not values["volume-id"]:
                    continue
                asked = Libosinfo.Media(id="file:///disc")
                for key, value in values.items():
                    if value:
                        asked.set_param(key, str(value))
                found = {owners[m.get_id()] for m in items(db.identify_medialist(asked))}
                values["systems"] = sorted(found) or [os.get_short_id()]
                said.append(values)
    return said


print(json.dumps({"systems": [system(os) for os in items(db.get_os_list())], "media": media()}))
