// the parts lie in the jar; the description is the one that the tests hold every answer to
window.ui = SwaggerUIBundle({
    url: '/api-spec/openapi.yaml',
    dom_id: '#swagger-ui',
    deepLinking: true,
    docExpansion: 'none',
    tagsSorter: 'alpha',
    validatorUrl: null,
});
