using MudBlazor;

namespace Motics.Support.Portal.Components.Layout;

/// <summary>
/// MudBlazor's side of the look: type and shape. Its colours are bound to the tokens of <c>css/tokens.css</c> there,
/// so that both themes are one stylesheet and switching needs no server.
/// </summary>
public static class PortalTheme
{
    private static readonly string[] Fonts = ["Inter", "system-ui", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight { Primary = "#0f5f6b", Background = "#f6f7f9", Surface = "#ffffff", TextPrimary = "#17202b", Error = "#b3261e", Success = "#1b6b3a", Warning = "#8a5300" },
        PaletteDark = new PaletteDark { Primary = "#63c3cf", Background = "#0f151b", Surface = "#161e26", TextPrimary = "#e8eef4", Error = "#ff8a80", Success = "#7ed39b", Warning = "#f5c26b" },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "14px", LineHeight = "1.45", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "14px", LineHeight = "1.45", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "13px", LineHeight = "1.45", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "14px", FontWeight = "600", TextTransform = "none", LetterSpacing = "normal" },
        },
    };
}
