namespace Lodge.Web.Parts;

/// <summary>The lines of the icons, on a field of 24 by 24.</summary>
internal static class IconShapes
{
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["play"] = "<path d='M7 5v14l12-7z'/>",
        ["pause"] = "<path d='M8 5v14M16 5v14'/>",
        ["power"] = "<path d='M12 3v9'/><path d='M6.5 7a8 8 0 1 0 11 0'/>",
        ["plug"] = "<path d='M9 3v5M15 3v5M6 8h12v4a6 6 0 0 1-12 0z'/><path d='M12 18v3'/>",
        ["rotate"] = "<path d='M20 5v5h-5'/><path d='M20 10a8 8 0 1 0 0 6'/>",
        ["zap"] = "<path d='M13 3 5 14h6l-1 7 8-11h-6z'/>",
        ["save"] = "<path d='M5 4h11l3 3v13H5z'/><path d='M8 4v5h7V4M8 20v-6h8v6'/>",
        ["trash"] = "<path d='M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5'/>",
        ["copy"] = "<path d='M8 8h12v12H8z'/><path d='M16 8V4H4v12h4'/>",
        ["plus"] = "<path d='M12 5v14M5 12h14'/>",
        ["minus"] = "<path d='M5 12h14'/>",
        ["x"] = "<path d='M6 6l12 12M18 6 6 18'/>",
        ["check"] = "<path d='m5 12.5 5 5L19 7'/>",
        ["search"] = "<circle cx='10.5' cy='10.5' r='6.5'/><path d='m15.5 15.5 5 5'/>",
        ["menu"] = "<path d='M4 6h16M4 12h16M4 18h16'/>",
        ["more"] = "<path stroke-width='3' d='M5 12h.01M12 12h.01M19 12h.01'/>",
        ["chevron"] = "<path d='m9 5 7 7-7 7'/>",
        ["guests"] = "<path d='M3 5h18v11H3z'/><path d='M9 20h6M12 16v4'/>",
        ["host"] = "<path d='M4 4h16v7H4zM4 13h16v7H4z'/><path d='M8 7.5h.01M8 16.5h.01M12 7.5h4M12 16.5h4'/>",
        ["network"] = "<path d='M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6z'/><path d='M12 8v4M6 16v-4h12v4'/>",
        ["storage"] =
            "<ellipse cx='12' cy='6' rx='8' ry='3'/><path d='M4 6v12c0 1.7 3.6 3 8 3s8-1.3 8-3V6'/><path d='M4 12c0 "
                + "1.7 3.6 3 8 3s8-1.3 8-3'/>",
        ["key"] = "<circle cx='8' cy='15' r='4.5'/><path d='m11.5 11.5 8-8M16 7l3 3'/>",
        ["device"] =
            "<path d='M6 6h12v12H6z'/><path d='M10 10h4v4h-4zM9 2v4M15 2v4M9 18v4M15 18v4M2 9h4M2 15h4M18 9h4M18 "
                + "15h4'/>",
        ["link"] =
            "<path d='M10 14a4 4 0 0 0 6 0l4-4a4 4 0 0 0-6-6l-1.5 1.5'/><path d='M14 10a4 4 0 0 0-6 0l-4 4a4 4 0 0 0 "
                + "6 6l1.5-1.5'/>",
        ["activity"] = "<path d='M3 12h4l3 8 4-16 3 8h4'/>",
        ["events"] = "<path d='M5 4h14v16H5z'/><path d='M9 8h6M9 12h6M9 16h4'/>",
        ["moon"] = "<path d='M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z'/>",
        ["user"] = "<circle cx='12' cy='8' r='4'/><path d='M4 21c1-4.5 4-6 8-6s7 1.500 8 6'/>",
        ["terminal"] = "<path d='M3 5h18v14H3z'/><path d='m7 9 3 3-3 3M12.500 15H17'/>",
        ["screen"] = "<path d='M3 4h18v12H3z'/><path d='M8 20h8'/>",
        ["sliders"] = "<path d='M5 4v6M5 14v6M12 4v3M12 11v9M19 4v9M19 17v3M3 12h4M10 9h4M17 15h4'/>",
        ["chart"] = "<path d='M4 4v16h16'/><path d='m7 15 4-5 3 3 5-7'/>",
        ["camera"] = "<path d='M4 7h4l2-3h4l2 3h4v12H4z'/><circle cx='12' cy='13' r='3.500'/>",
        ["code"] = "<path d='m8 7-5 5 5 5M16 7l5 5-5 5M13.500 4l-3 16'/>",
        ["upload"] = "<path d='M12 16V4M7 9l5-5 5 5M4 20h16'/>",
        ["download"] = "<path d='M12 4v12M7 11l5 5 5-5M4 20h16'/>",
        ["resize"] = "<path d='M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7'/>",
        ["warn"] = "<path d='M12 4 2.500 20h19z'/><path d='M12 10v4M12 17h.01'/>",
        ["info"] = "<circle cx='12' cy='12' r='9'/><path d='M12 11v5M12 8h.01'/>",
        ["cpu"] = "<path d='M6 6h12v12H6z'/><path d='M9 2v4M15 2v4M9 18v4M15 18v4M2 9h4M2 15h4M18 9h4M18 15h4'/>",
        ["memory"] = "<path d='M3 7h18v9H3z'/><path d='M7 16v3M11 16v3M15 16v3M7 10.500v2M11 10.500v2M15 10.500v2'/>",
        ["disk"] = "<path d='M4 14 7 5h10l3 9v5H4z'/><path d='M4 14h16M16.500 16.500h.01'/>",
        ["cd"] = "<circle cx='12' cy='12' r='9'/><circle cx='12' cy='12' r='2.500'/>",
        ["boot"] = "<path d='M5 20h14M8 16 12 4l4 12'/><path d='M10 11h4'/>",
        ["tag"] = "<path d='M4 4h8l8 8-8 8-8-8z'/><path d='M8 8h.01'/>",
        ["keyboard"] = "<path d='M2 6h20v12H2z'/><path d='M6 10h.01M10 10h.01M14 10h.01M18 10h.01M7 14h10'/>",
        ["sound"] = "<path d='M4 9v6h4l6 5V4L8 9zM18 8a6 6 0 0 1 0 8'/>",
        ["usb"] = "<path d='M12 21V4M9 7l3-4 3 4M12 17l-5-3v-4M12 14l5-2.500V8'/>",
        ["shield"] = "<path d='M12 3 4 6v6c0 5 3.500 8 8 9 4.500-1 8-4 8-9V6z'/>",
        ["folder"] = "<path d='M3 6h6l2 2h10v11H3z'/>",
        ["dice"] =
            "<path d='M4 4h16v16H4z'/><path d='M8.500 8.500h.01M15.500 8.500h.01M12 12h.01M8.500 15.500h.01M15.500 "
                + "15.500h.01'/>",
        ["full"] = "<path d='M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5'/>",
        ["move"] = "<path d='M4 12h15M13 6l6 6-6 6'/>",
    };

    /// <summary>The lines of an icon; a ring for a name that is not known.</summary>
    public static string Of(string name) => Shapes.GetValueOrDefault(name, "<circle cx='12' cy='12' r='8'/>");
}
