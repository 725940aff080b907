package dev.switchboard.ui.conversations.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkFinderTest {
    private static List<String> links(String text) {
        return LinkFinder.find(text).stream().map(link -> text.substring(link.start(), link.end())).toList();
    }

    @Test
    void linksEndBeforeThePunctuationOfTheSentence() {
        assertThat(links("See https://example.com/a?b=1#c. Or (http://example.org/x_(y)), please!"))
                .containsExactly("https://example.com/a?b=1#c", "http://example.org/x_(y)");
    }

    @Test
    void onlyWebPagesAreLinks() {
        assertThat(links("file:///etc/passwd javascript:alert(1) ftp://example.com mailto:a@example.com https:// http://[")).isEmpty();
    }

    @Test
    void noShellReadsTheLink() {
        URI link = LinkFinder.find("https://example.com/?a=1&calc.exe").getFirst().target();
        assertThat(LinkOpener.command("Linux", link)).containsExactly("xdg-open", "https://example.com/?a=1&calc.exe");
        assertThat(LinkOpener.command("Windows 11", link))
                .containsExactly("rundll32.exe", "url.dll,FileProtocolHandler", "https://example.com/?a=1&calc.exe");
    }
}
