using Lodge.Protocol.Admin;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Net;
using Lodge.Protocol.QemuProgram;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Tests.Messages;

namespace Lodge.Protocol.Tests.Rpc;

public sealed class ProcedureFactsTests
{
    [Fact]
    public void Every_procedure_of_the_table_has_its_facts()
    {
        Assert.Equal(443, RemoteProcedures.All.Length);
        Assert.Equal(7, QemuProcedures.All.Length);
        Assert.Equal(19, AdminProcedures.All.Length);
        Assert.Equal(2, KeepaliveProcedures.All.Length);
        foreach (var procedure in TableFacts.Procedures("remote"))
        {
            var facts = RemoteProcedures.Find(procedure.GetProperty("number").GetInt32())!;
            Assert.Equal(procedure.GetProperty("name").GetString(), facts.Name);
            Assert.Equal(procedure.TryGetProperty("message", out _), facts.Kind == ProcedureKind.Message);
            Assert.NotEmpty(facts.Acl);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(444)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_number_that_is_no_procedure_has_none(int number) => Assert.Null(RemoteProcedures.Find(number));

    [Fact]
    public void Numbers_of_programs_are_libvirts()
    {
        Assert.Equal(0x20008086u, RemoteProcedures.Program);
        Assert.Equal(0x20008087u, QemuProcedures.Program);
        Assert.Equal(0x06900690u, AdminProcedures.Program);
        Assert.Equal(0x6b656570u, KeepaliveProcedures.Program);
        Assert.Equal(1u, RemoteProcedures.Version);
    }

    [Theory]
    [InlineData(RemoteProcedure.REMOTE_PROC_DOMAIN_GET_INFO, ReadOnlyAccess.Allowed)]
    [InlineData(RemoteProcedure.REMOTE_PROC_DOMAIN_CREATE, ReadOnlyAccess.Denied)]
    [InlineData(RemoteProcedure.REMOTE_PROC_DOMAIN_DEFINE_XML_FLAGS, ReadOnlyAccess.Denied)]
    [InlineData(RemoteProcedure.REMOTE_PROC_DOMAIN_GET_XML_DESC, ReadOnlyAccess.DependsOnArguments)]
    [InlineData(RemoteProcedure.REMOTE_PROC_DOMAIN_INTERFACE_ADDRESSES, ReadOnlyAccess.DependsOnArguments)]
    [InlineData(RemoteProcedure.REMOTE_PROC_CONNECT_LIST_ALL_DOMAINS, ReadOnlyAccess.Allowed)]
    [InlineData(RemoteProcedure.REMOTE_PROC_DOMAIN_OPEN_CONSOLE, ReadOnlyAccess.Denied)]
    public void Read_only_connections_may_do_what_libvirt_allows(RemoteProcedure procedure, ReadOnlyAccess access) =>
        Assert.Equal(access, RemoteProcedures.Find((int)procedure)!.ReadOnly);

    [Fact]
    public void Streams_and_files_are_known()
    {
        Assert.Equal(StreamDirection.Both,
            RemoteProcedures.Find((int)RemoteProcedure.REMOTE_PROC_DOMAIN_OPEN_CONSOLE)!.Stream);
        Assert.Equal(StreamDirection.Read,
            RemoteProcedures.Find((int)RemoteProcedure.REMOTE_PROC_DOMAIN_SCREENSHOT)!.Stream);
        Assert.Equal(StreamDirection.Write,
            RemoteProcedures.Find((int)RemoteProcedure.REMOTE_PROC_STORAGE_VOL_UPLOAD)!.Stream);
        Assert.Equal(FileDirection.Receive,
            RemoteProcedures.Find((int)RemoteProcedure.REMOTE_PROC_DOMAIN_OPEN_GRAPHICS_FD)!.Files);
    }

    [Fact]
    public void What_is_not_served_says_so_by_the_name_of_the_public_function()
    {
        var error = RemoteProcedures.Find((int)RemoteProcedure.REMOTE_PROC_DOMAIN_CREATE)!.Unsupported();
        Assert.Equal(VirErrorNumber.VIR_ERR_NO_SUPPORT, error.Code);
        Assert.Equal("this function is not supported by the connection driver: virDomainCreate", error.Message);
    }
}
