using System.Xml;

namespace Lodge.Install.Os;

/// <summary>What osinfo's XML says of install scripts and of the maps of values that they use.</summary>
internal static class OsScriptReader
{
    /// <summary>Reads a file of a script; false where it holds none of that id.</summary>
    public static bool Read(XmlReader reader, OsInstallScript script)
    {
        var found = false;
        OsReader.EachEntity(reader, "install-script", id =>
        {
            if (id != script.Id) return false;
            found = true;
            reader.Children(name => name switch
            {
                "profile" => reader.Text(text => script.Profile = text),
                "expected-filename" => reader.Text(text => script.ExpectedFileName = text),
                "path-format" => reader.Text(text => script.PathFormat = text),
                "product-key-format" => reader.Text(text => script.ProductKeyFormat = text),
                "needs-internet" => reader.Text(text => script.NeedsInternet = text == "true"),
                "can-pre-install-drivers" => reader.Text(text => script.CanPreInstallDrivers = text == "true"),
                "can-post-install-drivers" => reader.Text(text => script.CanPostInstallDrivers = text == "true"),
                "injection-method" => reader.Text(script.MethodList.Add),
                "config" => ReadParameters(reader, script),
                "template" => ReadTemplate(reader, script),
                _ => false,
            });
            return true;
        });
        return found;
    }

    /// <summary>Reads a file of a map.</summary>
    public static void ReadDatamap(XmlReader reader, string id, Dictionary<string, string> map) =>
        OsReader.EachEntity(reader, "datamap", found =>
        {
            if (found != id) return false;
            reader.Children(name =>
            {
                if (name == "entry" && reader.GetAttribute("inval") is { } from)
                    map[from] = reader.GetAttribute("outval") ?? "";
                return false;
            });
            return true;
        });

    private static bool ReadParameters(XmlReader reader, OsInstallScript script)
    {
        reader.Children(name =>
        {
            if (name == "param" && reader.GetAttribute("name") is { } parameter)
            {
                script.ParameterList.Add(new OsScriptParameter(
                    parameter, reader.GetAttribute("policy") == "required", reader.GetAttribute("value-map")));
            }

            return false;
        });
        return true;
    }

    private static bool ReadTemplate(XmlReader reader, OsInstallScript script)
    {
        script.TemplateUri = reader.GetAttribute("uri") ?? script.TemplateUri;
        reader.Children(_ =>
        {
            script.Template = reader.ReadOuterXml();
            return true;
        });
        return true;
    }
}
