using System.Text.Json;
using Lodge.Daemon.Domains.Peripherals;

namespace Lodge.Daemon.Tests.Domains.Peripherals;

public sealed class MonitorTextTests
{
    [Theory]
    [InlineData("""{"execute":"query-status"}""", null)]
    [InlineData("""{"execute":"stop","arguments":{},"id":7}""", null)]
    [InlineData("""["execute"]""", "QMP input must be a JSON object")]
    [InlineData("7", "QMP input must be a JSON object")]
    [InlineData("{}", "QMP input lacks member 'execute'")]
    [InlineData("""{"execute":5}""", "QMP input member 'execute' must be a string")]
    [InlineData("""{"execute":"stop","arguments":[]}""", "QMP input member 'arguments' must be an object")]
    [InlineData("""{"execute":"stop","bogus":1}""", "QMP input member 'bogus' is unexpected")]
    [InlineData("""{"exec-oob":"stop"}""", "QMP input member 'exec-oob' is unexpected")]
    public void Json_that_is_no_command_has_QEMUs_own_answer(string json, string? expected)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(expected, MonitorText.Refusal(document.RootElement));
    }
}
