package org.scimsuite.workbench.packaging;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Completes a plugin descriptor: what all products have in common is written once, and each product's descriptor says with
 * {@code <include resource="..."/>} where it goes. The products know no such element.
 */
final class PluginDescriptor {

    /** Where the products look for it. */
    static final String PATH = "atlassian-plugin.xml";

    private static final String FOLDER = "META-INF/scim/descriptor/";

    /** What can be included; the finished jar has it no more. */
    static final List<String> INCLUDED = List.of(FOLDER + "common.xml", FOLDER + "tables.xml");

    private PluginDescriptor() {}

    /**
     * The descriptor with what it includes.
     *
     * @param resources gives the text of a file of the jar
     */
    static String complete(UnaryOperator<String> resources)
            throws ParserConfigurationException, IOException, SAXException, TransformerException {
        Document descriptor = parse(resources.apply(PATH));
        for (Element include : includes(descriptor)) {
            NodeList modules = parse(resources.apply(include.getAttribute("resource")))
                    .getDocumentElement()
                    .getChildNodes();
            for (int i = 0; i < modules.getLength(); i++) {
                Node module = descriptor.importNode(modules.item(i), /* deep= */ true);
                include.getParentNode().insertBefore(module, include);
            }
            include.getParentNode().removeChild(include);
        }
        return text(descriptor);
    }

    private static List<Element> includes(Document descriptor) {
        NodeList found = descriptor.getElementsByTagName("include");
        List<Element> includes = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            includes.add((Element) found.item(i));
        }
        return includes;
    }

    private static Document parse(String text) throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String text(Document document) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        document.setXmlStandalone(true);
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text.append('\n').toString();
    }
}
