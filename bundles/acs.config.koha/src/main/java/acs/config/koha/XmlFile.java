// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import acs.config.koha.Element.Attribute;
import acs.config.koha.StartTags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Turns an XML file of bounded size into elements with line numbers, or says on which line it is broken. */
final class XmlFile {
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final int MAX_DEPTH = 32;
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** What the parser may name in a message; any other word could be a piece of a password with a stray quote in it. */
    private static final Pattern NAMEABLE = Pattern.compile(
            "acsconfig|listeners|service|accounts|login|institutions|institution|policy|server-params|error-detect|"
                    + "syspref_overrides|screen_msg_regex|patron_attribute|custom_patron_field|item_field|"
                    + "custom_item_field|sort_bin_mapping|id|password|port|version|encoding|[^\\p{L}\\p{N}]*");

    private final Problems problems;

    private XmlFile(Problems problems) {
        this.problems = problems;
    }

    /** The root element; empty if the file cannot be read or is not XML, which is then among the problems. */
    static Optional<Element> read(Path file, Problems problems) {
        return new XmlFile(problems).read(file);
    }

    private Optional<Element> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                problems.error(0, "the file is too large (expected: at most " + MAX_BYTES + " bytes)");
                return Optional.empty();
            }
            return decode(bytes).flatMap(this::parse);
        } catch (NoSuchFileException missing) {
            problems.error(0, "cannot be read: there is no such file");
        } catch (AccessDeniedException denied) {
            problems.error(0, "cannot be read: access is denied (expected: readable by the user of this server)");
        } catch (IOException failed) {
            problems.error(0, "cannot be read: " + Text.plain(String.valueOf(failed.getMessage())));
        }
        return Optional.empty();
    }

    private Optional<String> decode(byte[] bytes) {
        Charset charset;
        try {
            charset = charset(bytes);
        } catch (XMLStreamException broken) {
            malformed(broken);
            return Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            problems.error(1, "the encoding of the file is not known here (expected: e.g. UTF-8)");
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(
                (int) (bytes.length * (double) charset.newDecoder().maxCharsPerByte()) + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1
                    + (int) text.chars().filter(character -> character == '\n').count();
            problems.error(line, "a character is not in the file's encoding (expected: " + charset.name() + ")");
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static Charset charset(byte[] bytes) throws XMLStreamException {
        XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
        try {
            String declared = reader.getCharacterEncodingScheme();
            String detected = reader.getEncoding();
            String name = declared != null ? declared : detected;
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } finally {
            reader.close();
        }
    }

    private Optional<Element> parse(String text) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            try {
                return elements(reader, new StartTags(text));
            } finally {
                reader.close();
            }
        } catch (XMLStreamException broken) {
            malformed(broken);
            return Optional.empty();
        }
    }

    private Optional<Element> elements(XMLStreamReader reader, StartTags tags) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open("", new Tag(0, Map.of()), Map.of()));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> {
                    problems.error(reader.getLocation().getLineNumber(), "a DOCTYPE is not read (expected: none)");
                    return Optional.empty();
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() > MAX_DEPTH) {
                        problems.error(tags.next().line(), "elements are nested more than " + MAX_DEPTH + " deep");
                        return Optional.empty();
                    }
                    open.push(open(reader, tags.next()));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Element closed = open.pop().close();
                    open.element().children.add(closed);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text.append(reader.getText());
                default -> {
                    // Comments and processing instructions say nothing to us.
                }
            }
        }
        return Optional.of(open.pop().children.get(0));
    }

    private static Open open(XMLStreamReader reader, Tag tag) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            String name = reader.getAttributeLocalName(index);
            String prefix = reader.getAttributePrefix(index);
            if ((prefix == null || prefix.isEmpty()) && !name.equals("xmlns")) {
                int line = tag.attributes().getOrDefault(name, tag.line());
                attributes.put(name, new Attribute(reader.getAttributeValue(index), line));
            }
        }
        String name = reader.getLocalName();
        return new Open(name.substring(name.indexOf(':') + 1), tag, attributes);
    }

    private void malformed(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int start = message.indexOf("Message: ");
        String reason = start < 0 ? message : message.substring(start + "Message: ".length());
        Matcher quoted = QUOTED.matcher(reason);
        String harmless = quoted.replaceAll(found ->
                NAMEABLE.matcher(found.group(1)).matches() ? Matcher.quoteReplacement(found.group()) : "\"…\"");
        int line = broken.getLocation() == null
                ? 0
                : Math.max(0, broken.getLocation().getLineNumber());
        problems.error(line, "not well-formed XML: " + Text.plain(harmless));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // As Koha reads it: a prefix that nobody declared is no reason to refuse a file.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** An element whose end tag is still to come. */
    private static final class Open {
        private final String name;
        private final Tag tag;
        private final Map<String, Attribute> attributes;
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        Open(String name, Tag tag, Map<String, Attribute> attributes) {
            this.name = name;
            this.tag = tag;
            this.attributes = attributes;
        }

        Element close() {
            return new Element(
                    name, tag.line(), attributes, children, text.toString().strip());
        }
    }
}
