using System.Net;
using CsCheck;
using Lodge.Model.Domain;
using Lodge.Network.Filters.Learning;

namespace Lodge.Network.Tests.Filters;

/// <summary>What frames say of a guest's addresses; they may come from anybody.</summary>
public sealed class LearningTests
{
    private const string Mac = FilteredSegment.GuestMac;

    [Fact]
    public void An_acknowledgement_tells_the_client_its_address_and_its_lease()
    {
        var message = DhcpMessage.Read(Frames.DhcpAcknowledge(Mac, "10.0.0.5", 3600));
        Assert.Equal(
            new DhcpMessage(DhcpMessage.Acknowledge, Guest(), IPAddress.Any, IPAddress.Parse("10.0.0.5"), 3600),
                message);
    }

    [Fact]
    public void No_bytes_break_the_reader_of_dhcp()
    {
        var honest = Frames.DhcpAcknowledge(Mac, "10.0.0.5", 3600);
        Gen.Select(Gen.Int[0, honest.Length], Gen.Byte, Gen.Int[0, honest.Length - 1]).Sample((length, value, place) =>
        {
            var broken = honest.ToArray();
            broken[place] = value;
            _ = DhcpMessage.Read(broken.AsSpan(0, length));
        });
        Gen.Byte.Array[0, 700].Sample(bytes => { _ = DhcpMessage.Read(bytes); });
    }

    [Fact]
    public void A_frame_shows_the_address_its_sender_uses()
    {
        Assert.Equal(IPAddress.Parse("10.0.0.5"), FrameAddress.Read(Frames.Arp(Mac, "10.0.0.5", "10.0.0.9"), Guest()));
        Assert.Equal(IPAddress.Parse("10.0.0.5"), FrameAddress.Read(Frames.Udp("10.0.0.5", 1, "10.0.0.9", 2), Guest()));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    public void What_no_host_can_have_is_not_learned(string address) =>
        Assert.Null(FrameAddress.Read(Frames.Udp(address, 1, "10.0.0.9", 2), Guest()));

    [Fact]
    public void Frames_of_others_say_nothing_of_the_guest() =>
        Assert.Null(FrameAddress.Read(Frames.Arp("52:54:00:00:00:77", "10.0.0.5", "10.0.0.9"), Guest()));

    [Fact]
    public void No_bytes_break_the_reader_of_addresses() =>
        Gen.Byte.Array[0, 80].Sample(bytes => { _ = FrameAddress.Read(bytes, Guest()); });

    private static MacAddress Guest() => MacAddress.TryParse(Mac, out var mac) ? mac : default;
}
