package org.scimsuite.workbench.host.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.ActiveObjectsModule;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.FilterModule;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.RestModule;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.ServletModule;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.WebItem;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads {@code atlassian-plugin.xml} as strictly as the products' own tools do. */
public final class DescriptorReader {

    private static final String DEFAULT_WEIGHT = "100";
    private static final Set<String> FORBIDDEN = Set.of("component", "component-import", "module-type");

    private DescriptorReader() {}

    /**
     * Reads a descriptor of a plugin that brings its own Spring configuration.
     *
     * @throws PluginFailedException when it is not well-formed or holds what such a plugin must not declare
     */
    public static PluginDescriptor read(InputStream xml) {
        Element root = parse(xml);
        for (Element module : children(root)) {
            if (FORBIDDEN.contains(module.getTagName())) {
                throw new PluginFailedException("The descriptor declares <" + module.getTagName()
                        + ">, which a plugin with Atlassian-Plugin-Key must not");
            }
        }
        Optional<Element> info = child(root, "plugin-info");
        Map<String, String> parameters =
                info.map(element -> parameters(element, "param")).orElseGet(Map::of);
        return new PluginDescriptor(
                required(root, "key"),
                root.getAttribute("name"),
                info.flatMap(element -> child(element, "version"))
                        .map(DescriptorReader::text)
                        .orElse(""),
                parameters,
                named(root, "servlet-filter").stream()
                        .map(DescriptorReader::filter)
                        .sorted(FilterModule.ORDER)
                        .toList(),
                named(root, "servlet").stream().map(DescriptorReader::servlet).toList(),
                named(root, "rest").stream().map(DescriptorReader::rest).toList(),
                child(root, "ao").map(DescriptorReader::activeObjects),
                named(root, "web-item").stream().map(DescriptorReader::webItem).toList(),
                named(root, "resource").stream()
                        .filter(resource -> resource.getAttribute("type").equals("i18n"))
                        .map(resource -> required(resource, "location"))
                        .toList());
    }

    private static FilterModule filter(Element module) {
        return new FilterModule(
                required(module, "key"),
                required(module, "class"),
                FilterLocation.of(module.getAttribute("location")),
                weight(module),
                patterns(module),
                parameters(module, "init-param"));
    }

    private static ServletModule servlet(Element module) {
        return new ServletModule(
                required(module, "key"), required(module, "class"), patterns(module), parameters(module, "init-param"));
    }

    private static RestModule rest(Element module) {
        return new RestModule(
                required(module, "key"),
                required(module, "path"),
                required(module, "version"),
                named(module, "package").stream().map(DescriptorReader::text).toList());
    }

    private static ActiveObjectsModule activeObjects(Element module) {
        return new ActiveObjectsModule(
                required(module, "namespace"),
                named(module, "entity").stream().map(DescriptorReader::text).toList());
    }

    private static WebItem webItem(Element module) {
        return new WebItem(
                required(module, "key"),
                required(module, "section"),
                weight(module),
                child(module, "label")
                        .map(label -> label.getAttribute("key"))
                        .orElseGet(() -> module.getAttribute("name")),
                child(module, "link").map(DescriptorReader::text).orElse(""));
    }

    private static int weight(Element module) {
        String weight = module.getAttribute("weight");
        return Integer.parseInt(weight.isEmpty() ? DEFAULT_WEIGHT : weight);
    }

    private static List<UrlPattern> patterns(Element module) {
        List<UrlPattern> patterns = named(module, "url-pattern").stream()
                .map(DescriptorReader::text)
                .map(UrlPattern::new)
                .toList();
        if (patterns.isEmpty()) {
            throw new PluginFailedException("The module " + module.getAttribute("key") + " has no url-pattern");
        }
        return patterns;
    }

    private static Map<String, String> parameters(Element holder, String element) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element parameter : named(holder, element)) {
            if (parameter.hasAttribute("name")) {
                parameters.put(parameter.getAttribute("name"), text(parameter));
            } else {
                parameters.put(
                        child(parameter, "param-name")
                                .map(DescriptorReader::text)
                                .orElse(""),
                        child(parameter, "param-value")
                                .map(DescriptorReader::text)
                                .orElse(""));
            }
        }
        return parameters;
    }

    private static Element parse(InputStream xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The exception says it all; the default handler would print as well.
            builder.setErrorHandler(null);
            return builder.parse(xml).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new PluginFailedException("atlassian-plugin.xml cannot be read: " + e.getMessage(), e);
        }
    }

    private static String required(Element element, String attribute) {
        String value = element.getAttribute(attribute);
        if (value.isEmpty()) {
            throw new PluginFailedException("<" + element.getTagName() + "> lacks the attribute " + attribute);
        }
        return value;
    }

    private static Optional<Element> child(Element parent, String name) {
        return named(parent, name).stream().findFirst();
    }

    private static List<Element> named(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getTagName().equals(name))
                .toList();
    }

    private static List<Element> children(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }
}
