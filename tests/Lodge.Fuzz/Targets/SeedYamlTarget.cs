using System.Text;
using Lodge.Install.Options;
using Lodge.Install.Unattended.CloudInit;

namespace Lodge.Fuzz.Targets;

/// <summary>User-data for cloud-init.</summary>
internal sealed class SeedYamlTarget : IFuzzTarget
{
    public string Name => "user-data";

    public IEnumerable<byte[]> Seeds => new[]
    {
        "#cloud-config\nusers:\n  - default\n  - name: root\n    ssh_authorized_keys: [\"a b\", 'c']\nruncmd: [ls]\n",
        "#cloud-config\na: &x {b: *x, ? c : !!str d}\ne: |\n  f\n  g\nh: >-\n  i\n# j\n",
        "#cloud-config-archive\n- type: text/cloud-config\n  content: |\n    a: 1\n",
    }.Select(Encoding.UTF8.GetBytes);

    public void Run(ReadOnlySpan<byte> input)
    {
        try
        {
            UserData.CheckUserData(input, "user-data");
        }
        catch (OptionException)
        {
            // cloud-init would not take it.
        }
    }
}
