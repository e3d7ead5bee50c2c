using System.Text;
using System.Xml;
using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Install.Unattended.Scripts;

/// <summary>The XML that osinfo's templates are applied to.</summary>
/// <param name="script">The template's script.</param>
/// <param name="request">What is installed.</param>
/// <param name="answers">What the script is told.</param>
/// <param name="method">How the installer comes by it.</param>
internal sealed class ScriptInput(
    OsInstallScript script, InstallScriptRequest request, ScriptAnswers answers, string method)
{
    /// <summary>The XML.</summary>
    /// <param name="root">What is to be made: <c>install-script-config</c> or <c>command-line</c>.</param>
    /// <exception cref="OptionException">A value cannot be said in the script's language.</exception>
    public string ToXml(string root)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement(root);
            WriteScript(xml);
            WriteOs(xml, request.Os);
            if (request.Media is { } media) WriteMedia(xml, media);
            if (request.Tree is { } tree) WriteTree(xml, tree);
            WriteAnswers(xml);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private void WriteScript(XmlWriter xml)
    {
        xml.WriteStartElement("script");
        xml.WriteAttributeString("id", script.Id);
        Write(xml, "profile", script.Profile);
        Write(xml, "expected-filename", script.ExpectedFileName);
        Write(xml, "path-format", script.PathFormat);
        Write(xml, "product-key-format", script.ProductKeyFormat);
        Write(xml, "preferred-injection-method", method);
        Write(xml, "installation-source", request.Media is null ? "network" : "media");
        xml.WriteEndElement();
    }

    private static void WriteOs(XmlWriter xml, GuestOs os)
    {
        xml.WriteStartElement("os");
        xml.WriteAttributeString("id", os.Id);
        foreach (var id in os.ShortIds) Write(xml, "short-id", id);
        Write(xml, "name", os.Name);
        Write(xml, "version", os.Version);
        Write(xml, "vendor", os.Vendor);
        Write(xml, "family", os.Family);
        Write(xml, "distro", os.Distro);
        Write(xml, "codename", os.Codename);
        xml.WriteEndElement();
    }

    private static void WriteMedia(XmlWriter xml, OsMedia media)
    {
        xml.WriteStartElement("media");
        Write(xml, "architecture", media.Architecture);
        Write(xml, "url", media.Url);
        foreach (var variant in media.Variants) Write(xml, "variant", variant);
        xml.WriteEndElement();
    }

    private static void WriteTree(XmlWriter xml, OsTree tree)
    {
        xml.WriteStartElement("tree");
        Write(xml, "architecture", tree.Architecture);
        Write(xml, "url", tree.Url);
        foreach (var variant in tree.Variants) Write(xml, "variant", variant);
        xml.WriteEndElement();
    }

    private void WriteAnswers(XmlWriter xml)
    {
        xml.WriteStartElement("config");
        var language = ScriptLanguage.Of(script.ExpectedFileName);
        foreach (var (name, value) in answers.Values)
        {
            var map = script.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.ValueMap;
            var mapped = map is null ? null : OsDatabase.Default.FindDatamap(map).GetValueOrDefault(value);
            Write(xml, name, mapped ?? language.Say(name, value));
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string? value)
    {
        if (value is not null) xml.WriteElementString(name, value);
    }
}
