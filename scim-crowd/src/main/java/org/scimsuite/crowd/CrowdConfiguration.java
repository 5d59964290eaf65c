package org.scimsuite.crowd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The properties in Crowd's {@code crowd.cfg.xml}. Its messages name the file and a property, never a value. */
final class CrowdConfiguration {

    private final Path file;
    private final Map<String, String> properties;

    private CrowdConfiguration(Path file, Map<String, String> properties) {
        this.file = file;
        this.properties = properties;
    }

    /**
     * Reads the file.
     *
     * @throws IllegalStateException with a readable sentence when it cannot be read
     */
    static CrowdConfiguration read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // the default handler prints
            builder.setErrorHandler(null);
            NodeList found = builder.parse(file.toFile()).getElementsByTagName("property");
            Map<String, String> properties = new HashMap<>();
            for (int i = 0; i < found.getLength(); i++) {
                Element property = (Element) found.item(i);
                properties.put(
                        property.getAttribute("name"), property.getTextContent().strip());
            }
            return new CrowdConfiguration(file, properties);
        } catch (SAXParseException e) {
            // its message may quote the file
            throw new IllegalStateException(
                    file + " cannot be read: no well-formed XML without DOCTYPE, see line " + e.getLineNumber());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException(
                    file + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    Path file() {
        return file;
    }

    /** The value, unless it is missing or empty. */
    Optional<String> find(String name) {
        return Optional.ofNullable(properties.get(name)).filter(value -> !value.isEmpty());
    }

    /** The value; a readable refusal when it is missing. */
    String require(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(file + " has no property " + name));
    }
}
